"""Where secrets stand in a request; takes them out and puts them back."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import unquote_plus

from desktop.core.storage.credential_rows import is_credential_name, is_secret

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from desktop.core.model.request import Request, Row

Section = Literal["headers", "params", "raw", "url"]

_USERINFO: Final = re.compile(r"(?:(?:[A-Za-z][A-Za-z0-9+.-]*:)?//)?([^/?#]*)@")
_TAIL: Final = re.compile(r"[?#]")
_PAIR: Final = re.compile(r"[?&#]([^=&#]*)=([^&#]*)")


@dataclass(frozen=True, slots=True)
class Place:
    """One place in a request: the `nth` credential of that name (lower case) in a section.

    Section `raw` is a parameter's text as typed; the name of the login in an address is `@`.
    """

    section: Section
    name: str
    nth: int


@dataclass(frozen=True, slots=True)
class Parted:
    """`references` say which secret belongs where; `secrets` are the values to keep, by id."""

    references: dict[Place, str]
    secrets: dict[str, str]


def credential_texts(request: Request) -> dict[Place, str]:
    """What stands now in each place that a credential belongs in, empty ones included."""
    texts = {place: row.value for place, row in _credentials("headers", request.headers)}
    texts |= {place: row.value for place, row in _credentials("params", request.params)}
    texts |= {place: _after_name(row.raw) for place, row in _credentials("raw", request.params)}
    texts |= {place: request.url[start:end] for place, start, end in url_places(request.url)}
    return texts


def part(
    request: Request,
    known: Mapping[Place, str],
    is_held: Callable[[str], bool],
    new_id: Callable[[], str],
) -> Parted:
    """Tell the secrets of a request; `known` are the ids of an earlier time, used again.

    An empty place keeps its id while nobody has seen the value (`is_held`): it is not empty
    because the person emptied it, but because the keyring has not been opened.
    """
    parted = Parted({}, {})
    ids: dict[str, str] = {}
    for place, text in credential_texts(request).items():
        old = known.get(place, "")
        if is_secret(text):
            if text not in ids:
                usable = old and old not in parted.secrets and is_held(old)
                ids[text] = old if usable else new_id()
            parted.references[place] = ids[text]
            parted.secrets[ids[text]] = text
        elif not text and old and not is_held(old):
            parted.references[place] = old
    return parted


def join(request: Request, references: Mapping[Place, str], secrets: Mapping[str, str]) -> Request:
    """Put secrets back into the places that are still empty; what was typed meanwhile stays."""
    texts = credential_texts(request)
    return fill(
        request,
        {
            place: secrets[secret_id]
            for place, secret_id in references.items()
            if texts.get(place) == "" and secret_id in secrets
        },
    )


def fill(request: Request, texts: Mapping[Place, str]) -> Request:
    """The request with these texts in these places."""
    return replace(
        request,
        url=_fill_url(request.url, texts),
        headers=_fill_values("headers", request.headers, texts),
        params=_fill_raw(_fill_values("params", request.params, texts), texts),
    )


def url_places(url: str) -> Iterator[tuple[Place, int, int]]:
    """Each credential in an address with the offsets of its text, from left to right.

    An address is read as text, since a half-typed one is no URL yet.
    """
    userinfo = _USERINFO.match(url)
    if userinfo:
        yield Place("url", "@", 0), *userinfo.span(1)
    tail = _TAIL.search(url)
    pairs = list(_PAIR.finditer(url, tail.start())) if tail else []
    places = _numbered("url", [unquote_plus(pair[1]) for pair in pairs])
    for place, pair in zip(places, pairs, strict=True):
        if place:
            yield place, *pair.span(2)


def row_places(section: Section, rows: tuple[Row, ...]) -> list[Place | None]:
    """The place of each row's text in this section; None for a row that holds no credential."""
    names = [row.name or unquote_plus(row.raw.partition("=")[0]) for row in rows]
    places = _numbered(section, names)
    if section != "raw":
        return places
    return [place if "=" in row.raw else None for place, row in zip(places, rows, strict=True)]


def _numbered(section: Section, names: list[str]) -> list[Place | None]:
    seen: Counter[str] = Counter()
    places: list[Place | None] = []
    for name in names:
        key = name.strip().lower()
        places.append(Place(section, key, seen[key]) if is_credential_name(name) else None)
        seen[key] += 1
    return places


def _credentials(section: Section, rows: tuple[Row, ...]) -> list[tuple[Place, Row]]:
    pairs = zip(row_places(section, rows), rows, strict=True)
    return [(place, row) for place, row in pairs if place]


def _after_name(raw: str) -> str:
    return raw.partition("=")[2]


def _fill_values(
    section: Section, rows: tuple[Row, ...], texts: Mapping[Place, str]
) -> tuple[Row, ...]:
    return tuple(
        replace(row, value=texts[place]) if place and place in texts else row
        for place, row in zip(row_places(section, rows), rows, strict=True)
    )


def _fill_raw(rows: tuple[Row, ...], texts: Mapping[Place, str]) -> tuple[Row, ...]:
    return tuple(
        replace(row, raw=f"{row.raw.partition('=')[0]}={texts[place]}")
        if place and place in texts
        else row
        for place, row in zip(row_places("raw", rows), rows, strict=True)
    )


def _fill_url(url: str, texts: Mapping[Place, str]) -> str:
    pieces, done = [], 0
    for place, start, end in url_places(url):
        if place in texts:
            pieces += [url[done:start], texts[place]]
            done = end
    return "".join([*pieces, url[done:]])
