"""URL and parameter table: two views of one truth that follow each other at every keystroke."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.core.model.percent import decoded, encoded, without_stray_braces
from desktop.core.model.query_text import Piece, UrlText, cut, piece_of, taken_apart
from desktop.core.model.request import Row

if TYPE_CHECKING:
    from collections.abc import Sequence


def rows_from_url(url: str, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows after a new URL text was typed: what it says, with the notes of `rows`.

    Rows that stand in no URL (switched off, or without name and value) keep their places.
    """
    old = [row for row in rows if _stands(row)]
    new = [Row(*piece.meaning, raw=str(piece)) for piece in taken_apart(url).pieces]
    head, tail = common_ends([_meaning(row) for row in old], [_meaning(row) for row in new])
    for at, row in enumerate(new):
        partner = _partner(at, len(old), len(new), tail)
        same = at < head or at >= len(new) - tail
        if partner is not None and (same or _akin(row, old[partner])):
            new[at] = replace(row, note=old[partner].note)
    return keep_places(rows, [_stands(row) for row in rows], new)


def url_from_rows(url: str, rows: tuple[Row, ...]) -> str:
    """The URL after an edit of the rows: its query replaced, all else kept.

    What still means the same keeps the text that was typed; the rest is encoded.
    """
    now = taken_apart(url)
    pieces = _pieces([row for row in rows if _stands(row)], now.pieces)
    if pieces == now.pieces:
        return url
    simple = now.with_query(pieces, _gaps(now, pieces))
    if "{{" not in simple or _is_faithful(simple, now, pieces):
        return simple
    pieces = tuple(piece.without_stray_braces() for piece in pieces)
    safe = replace(now, after=without_stray_braces(now.after))
    return safe.with_query(pieces, _gaps(now, pieces))


def edited(row: Row, *, name: str | None = None, value: str | None = None) -> Row:
    """The row with another name or value; its exact text in the URL lapses if one is new."""
    name = row.name if name is None else name
    value = row.value if value is None else value
    if (name, value) == _meaning(row):
        return row
    return replace(row, name=name, value=value, raw="")


def parameters(query: str) -> list[tuple[str, str | None]]:
    """Names and values of a query (without its `?`) as people read them; None without a `=`."""
    pieces = taken_apart(f"?{query}").pieces
    return [
        (decoded(piece.name), decoded(piece.value) if piece.equals else None) for piece in pieces
    ]


def common_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """How many items two sequences share at the beginning, and at the end of what then is left."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    most -= head
    tail = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    return head, tail


def keep_places(
    rows: Sequence[Row], replaced: Sequence[bool], new: Sequence[Row]
) -> tuple[Row, ...]:
    """`new` in place of the marked rows; every other row stays between its neighbours."""
    old = [_meaning(row) for row, goes in zip(rows, replaced, strict=True) if goes]
    ends = common_ends(old, [_meaning(row) for row in new])
    staying: list[list[Row]] = [[] for _ in range(len(new) + 1)]
    passed = 0
    for row, goes in zip(rows, replaced, strict=True):
        if goes:
            passed += 1
        else:
            staying[_place(passed, len(old), len(new), ends)].append(row)
    kept = staying[0]
    for row, after in zip(new, staying[1:], strict=True):
        kept += [row, *after]
    return tuple(kept)


def _place(passed: int, old: int, new: int, ends: tuple[int, int]) -> int:
    """After how many new rows something belongs that stood after `passed` old ones."""
    head, tail = ends
    if passed <= head:
        return passed
    if passed >= old - tail:
        return new - (old - passed)
    return min(passed, new - tail)


def _stands(row: Row) -> bool:
    """True for a row that has a text in the URL."""
    return row.enabled and bool(row.name or row.value or row.raw)


def _meaning(row: Row) -> tuple[str, str]:
    return row.name, row.value


def _partner(at: int, old: int, new: int, tail: int) -> int | None:
    """Which old item a new one goes on with: the same from the end, or the same place."""
    if at >= new - tail:
        return at - new + old
    return at if at < old - tail else None


def _akin(row: Row, old: Row) -> bool:
    """False where the one plainly is another parameter than the other."""
    alike = row.name == old.name or row.value == old.value
    return alike or row.name.startswith(old.name) or old.name.startswith(row.name)


def _pieces(rows: list[Row], now: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The rows as text, each with its partner in the URL as it is now."""
    meanings = [piece.meaning for piece in now]
    tail = common_ends(meanings, [_meaning(row) for row in rows])[1]
    known = {str(piece): meaning for piece, meaning in zip(now, meanings, strict=True)}
    pieces = []
    for at, row in enumerate(rows):
        if row.raw and _is_exact(row, known.get(row.raw)):
            pieces.append(piece_of(row.raw))
        else:
            partner = _partner(at, len(now), len(rows), tail)
            pieces.append(_written(row, Piece("", "=", "") if partner is None else now[partner]))
    return tuple(pieces)


def _is_exact(row: Row, known: tuple[str, str] | None) -> bool:
    """True where the row's `raw` is one parameter that means what the row says."""
    if known == _meaning(row):
        return True
    if cut(row.raw, "#")[1] or cut(row.raw, "&")[1]:
        return False
    return piece_of(row.raw).meaning == _meaning(row)


def _written(row: Row, old: Piece) -> Piece:
    """The row as text, with the halves of its partner that still mean the same."""
    name, value = old.meaning
    bare = bool(row.name) and not (old.equals or row.value)
    return Piece(
        old.name if name == row.name else encoded(row.name, name=True),
        "" if bare else "=",
        old.value if value == row.value else encoded(row.value),
    )


def _gaps(now: UrlText, pieces: tuple[Piece, ...]) -> list[str]:
    """The old runs of `&` where their neighbours stayed, else one `&`."""
    if len(pieces) == len(now.pieces):
        return list(now.gaps)
    head, tail = common_ends(now.pieces, pieces)
    first, *inner = now.gaps[: max(head, 1)]
    last = now.gaps[len(now.gaps) - tail :] if tail else ("",)
    return [first, *inner, *["&"] * (len(pieces) - len(inner) - len(last)), *last]


def _is_faithful(url: str, now: UrlText, pieces: tuple[Piece, ...]) -> bool:
    """False where braces of two parts met and made a `{{...}}` that nobody wrote."""
    new = taken_apart(url)
    return (new.before, new.pieces, new.after) == (now.before, pieces, now.after)
