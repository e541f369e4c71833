"""Delay: an answer that takes its time."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Final

from flask import Blueprint, jsonify, request

from desktop.practice.group import Example, Group
from desktop.practice.places import Places
from desktop.practice.problem import Problem

if TYPE_CHECKING:
    from flask import Response

LONGEST: Final = 60
WAITING: Final = 8
"""Calls that may wait at once; each takes a thread, and others must have some."""
LOOK_SECONDS: Final = 0.1
"""How often a waiting call looks whether its client is still there."""


def group() -> Group:
    """Slow answers."""
    views = Blueprint("delay", __name__)
    places = Places(WAITING)

    @views.get("/delay/<seconds>")
    def delay(seconds: str) -> Response:
        wanted = _seconds(seconds)
        with places.one():
            _wait(wanted)
        return jsonify(seconds=wanted, detail=f"This answer waited for {wanted:g} seconds.")

    return Group(
        "Delays",
        "An answer that comes after as many seconds as you like.",
        views,
        (
            Example("GET", "/delay/2", "Answers after two seconds."),
            Example("GET", "/delay/0.5", "Answers after half a second."),
        ),
    )


def _wait(seconds: float) -> None:
    """Waits, but not for a client that has gone."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and not request.environ["practice.gone"]():
        time.sleep(min(left, LOOK_SECONDS))


def _seconds(text: str) -> float:
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", text) or float(text) > LONGEST:
        raise Problem(400, f"The delay must be a number from 0 to {LONGEST}, like 2 or 0.5.")
    return float(text)
