"""The names of status codes."""

from __future__ import annotations

import pytest

from desktop.practice.status_names import reason


@pytest.mark.parametrize(
    ("code", "name"),
    [(200, "OK"), (404, "Not Found"), (418, "I'm a teapot"), (499, "Client Closed Request"),
     (449, "Retry With"), (999, "Request Denied"), (299, "Unassigned")],
)  # fmt: skip
def test_codes_have_names(code: int, name: str) -> None:
    assert reason(code) == name
