"""File endings that people expect."""

from __future__ import annotations

import pytest

from desktop.core.reading.extension import extension_of


@pytest.mark.parametrize(
    ("media_type", "ending"),
    [
        ("image/jpeg", "jpeg"), ("application/json", "json"), ("application/hal+json", "json"),
        ("text/html", "html"), ("application/xml", "xml"), ("application/atom+xml", "xml"),
        ("text/csv", "csv"), ("text/plain", "txt"), ("text/x-unheard-of", "txt"),
        ("application/pdf", "pdf"), ("application/zip", "zip"), ("audio/mpeg", "mp3"),
        ("image/svg+xml", "svg"), ("image/x-icon", "ico"), ("application/x-latex", "latex"),
    ],
)  # fmt: skip
def test_endings(media_type: str, ending: str) -> None:
    assert extension_of(media_type, text=True) == ending


def test_what_is_not_known() -> None:
    assert extension_of("application/x-unheard-of", text=False) == "bin"
    assert extension_of("", text=True) == "txt"
