"""What the body of an answer is, added to the words of a success."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.core.explain.entry import Entry, entry_of, filled

if TYPE_CHECKING:
    from desktop.core.explain.words import Words
    from desktop.core.model.exchange import Sent
    from desktop.core.model.reading import Picture, Reading


def with_content(entry: Entry, sent: Sent, reading: Reading, words: Words) -> Entry:
    """The entry whose headline goes on with what came, and whose meaning tells of it."""
    key, facts = _content(sent, reading, words)
    content = filled(entry_of(words.kinds[key]), facts)
    return replace(
        entry,
        headline=f"{entry.headline} {content.headline}",
        meaning=content.meaning,
        why=content.why,
        tries=content.tries,
        offers=entry.offers + content.offers,
    )


def with_reply(entry: Entry, reading: Reading, words: Words) -> Entry:
    """The entry of a refusal, which first points to the server's own words where it sent any."""
    reply = words.kinds["reply"].get(reading.kind, "")
    return replace(entry, tries=(reply, *entry.tries)) if reply else entry


def _content(sent: Sent, reading: Reading, words: Words) -> tuple[str, dict[str, str]]:
    if reading.kind == "empty":
        method = sent.method.lower()
        return (method if method in {"head", "options"} else "empty"), {}
    if reading.kind == "image":
        return _image(sent, reading.picture, words)
    file = words.kinds["files"].get(reading.media_type, "")
    named = f"{reading.kind}_named"
    return (named if file and named in words.kinds else reading.kind), {"file": file}


def _image(sent: Sent, picture: Picture | None, words: Words) -> tuple[str, dict[str, str]]:
    if picture is None:
        return "image_unmeasured", {}
    formats = words.kinds["formats"]
    facts = {
        "format": formats.get(picture.format.lower(), formats["other"]),
        "width": str(picture.width),
        "height": str(picture.height),
    }
    return ("image_resizable" if _names_its_size(sent, picture) else "image"), facts


def _names_its_size(sent: Sent, picture: Picture) -> bool:
    return str(picture.width) in sent.target and str(picture.height) in sent.target
