"""What an answer means, in words that a person reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["success", "information", "warning", "failure"]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to try: `action` is what the window does, `label` is what the button says.

    `action`: send_again, edit_address, edit_method, edit_headers, edit_body.
    """

    action: str
    label: str


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A header of the answer and one sentence on what it is for (empty when it is unknown)."""

    name: str
    value: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """`status` begins with the code (`200 OK`); `details` is the technical truth, a click away."""

    tone: Tone
    status: str
    headline: str
    meaning: str
    why: tuple[str, ...] = ()
    tries: tuple[str, ...] = ()
    details: str = ""
    offers: tuple[Offer, ...] = ()
    headers: tuple[HeaderLine, ...] = ()
