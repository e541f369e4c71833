"""A request as the person wrote it: nothing filled in, nothing encoded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BodyKind = Literal["none", "json", "text"]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: a parameter or a header.

    `raw` is a parameter's exact text in the URL (`name=value`, or `name` alone) while it stands
    there as typed; it is empty where the URL's text follows from name and value.
    """

    name: str = ""
    value: str = ""
    enabled: bool = True
    note: str = ""
    raw: str = ""

    @property
    def is_empty(self) -> bool:
        """True when nothing was typed into the line."""
        return not (self.name or self.value or self.note or self.raw)


@dataclass(frozen=True, slots=True)
class Body:
    """What goes along with the request; the text stays when the kind is `none` for a while."""

    kind: BodyKind = "none"
    text: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `url` holds the enabled `params`; the two are kept equal by `model.query`."""

    name: str = ""
    method: str = "GET"
    url: str = ""
    params: tuple[Row, ...] = ()
    headers: tuple[Row, ...] = ()
    body: Body = Body()
