"""What a status code means, whether any list knows it or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.core.explain.entry import Entry, entry_of
from desktop.core.explain.visible import visible

if TYPE_CHECKING:
    from desktop.core.explain.words import Words
    from desktop.core.model.explanation import Tone

_REASON_CAP: Final = 40
"""Characters: the status stands in large letters, and a server may send any text."""
_TONES: Final[dict[int, Tone]] = {
    1: "information",
    2: "success",
    3: "information",
    4: "failure",
    5: "failure",
}


def status_entry(code: int, words: Words) -> Entry:
    """The words for a code; for one that is in no list, those of its class."""
    known = words.statuses.get(str(code))
    return entry_of(known or words.statuses.get(f"{code // 100}xx") or words.statuses["other"])


def status_text(code: int, reason: str, entry: Entry) -> str:
    """`404 Not Found`: the server's own reason where it sent one (RFC 9112 section 4)."""
    own = visible(reason, _REASON_CAP)
    return f"{code} {entry.reason if own in {'', str(code)} else own}".strip()


def status_tone(code: int, entry: Entry) -> Tone:
    """By the class of the code, where its words do not say otherwise."""
    return entry.tone or _TONES.get(code // 100, "warning")


def is_success(code: int) -> bool:
    """True for 200 to 299 (RFC 9110 section 15.3)."""
    return 200 <= code <= 299


def is_refusal(code: int) -> bool:
    """True for 400 to 599 (RFC 9110 sections 15.5 and 15.6), and for numbers beyond."""
    return code >= 400
