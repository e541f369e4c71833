"""The path that somebody probably meant."""

from __future__ import annotations

import pytest

from desktop.practice.near_miss import nearest

RULES = ["/", "/goats/<width>/<height>", "/status/<code>", "/echo", "/echo/<path:rest>"]
EXAMPLES = ["/goats/420/280", "/goats/300/200?mood=happy", "/status/404", "/echo?animal=goat"]


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/goat/300/200", "/goats/300/200"),
        ("/gaots/3/4", "/goats/3/4"),
        ("/Goats/300/200", "/goats/300/200"),
        ("/goats/300", "/goats/420/280"),
        ("/goats", "/goats/420/280"),
        ("/stauts/500", "/status/500"),
        ("/ecko", "/echo"),
        ("/etc/passwd", None),
        ("/x", None),
        ("/wolves", None),
        ("/" + "goats" * 10_000, None),
    ],
)
def test_the_nearest_path_is_found(path: str, meant: str | None) -> None:
    assert nearest(path, RULES, EXAMPLES) == meant
