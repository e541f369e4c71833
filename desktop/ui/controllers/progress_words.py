"""Says how far a send has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.ui.widgets.viewer.amounts import duration, size

if TYPE_CHECKING:
    from desktop.core.model.progress import Progress

WORDS: Final = {
    "starting": ("Starting…", "Getting ready to send."),
    "name": ("Looking up…", "Finding out where {host} is."),
    "connect": ("Connecting…", "Calling {host}."),
    "tls": ("Connecting…", "Agreeing on a secret language with {host}."),
    "sending": ("Sending…", "Sending the request to {host}."),
    "waiting": ("Waiting…", "The request is there. Waiting for {host} to answer."),
    "receiving": ("Receiving…", "The answer is coming in."),
}


def progress_words(progress: Progress | None) -> tuple[str, str]:
    """A status and a sentence."""
    if progress is None:
        return WORDS["starting"]
    status, sentence = WORDS[progress.phase]
    return status, sentence.format(host=progress.host)


def progress_facts(progress: Progress | None, milliseconds: int) -> str:
    """The time so far, and the bytes where any have come."""
    facts = (
        f"{milliseconds / 1000:.1f} s" if milliseconds < 60_000 else duration(milliseconds / 1e3)
    )
    if progress is None or not progress.done:
        return facts
    if progress.total:
        return f"{facts}  ·  {size(progress.done)} of {size(progress.total)}"
    return f"{facts}  ·  {size(progress.done)}"
