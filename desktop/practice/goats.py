"""Goats: a picture of exactly the size asked for, a different goat for every size and mood."""

from __future__ import annotations

import re
from typing import Final

from flask import Blueprint, Response, request

from desktop.practice.group import Example, Group
from desktop.practice.painter import Painter
from desktop.practice.places import Places
from desktop.practice.problem import Problem

LARGEST: Final = 4000
IN_LINE: Final = 24
"""Calls that may wait for their goat at once; each takes a thread, and others must have some."""
MOODS: Final = ("happy", "sleepy", "curious")
USUAL_MOOD: Final = "gentle"
"""How a goat looks when nobody asks for a mood."""


def group() -> Group:
    """Pictures of goats."""
    views = Blueprint("goats", __name__)
    painter, line = Painter(), Places(IN_LINE)

    @views.get("/goats/<width>/<height>")
    def goat(width: str, height: str) -> Response:
        wanted = _side("width", width), _side("height", height), _mood()
        with line.one():
            answer = Response(painter.draw(*wanted), mimetype="image/jpeg")
        answer.headers["Content-Disposition"] = 'inline; filename="goat.jpeg"'
        return answer

    return Group(
        "Goats",
        "A picture of a goat, as a JPEG of the size you ask for.",
        views,
        (
            Example("GET", "/goats/420/280", "A goat, 420 pixels wide and 280 high."),
            Example("GET", "/goats/300/200?mood=happy", "A happy one; others are sleepy, curious."),
            Example("GET", "/goats/0/200", "A size that does not work, and why."),
        ),
    )


def _side(name: str, text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text) or not 1 <= int(text) <= LARGEST:
        raise Problem(
            400,
            f"The {name} must be a whole number from 1 to {LARGEST}, as in /goats/420/280.",
            smallest=1,
            largest=LARGEST,
        )
    return int(text)


def _mood() -> str:
    mood = request.args.get("mood", USUAL_MOOD)
    if mood not in (*MOODS, USUAL_MOOD):
        known = ", ".join(MOODS)
        raise Problem(400, f"No goat has this mood. The moods are: {known}.", moods=MOODS)
    return mood
