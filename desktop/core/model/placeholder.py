"""`{{name}}` in a text: where it stands, and what counts as a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

SPAN: Final = re.compile(r"\{\{([^{}]*)\}\}")
"""Double braces with anything but braces between them, a valid name or not."""
NAME_CAP: Final = 200
"""Characters; longer text between braces is no name."""
_NAME: Final = re.compile(r"[\w.$-]+|\$[\w.$ -]+")


def name_in(inside: str) -> str:
    """The name between two pairs of braces, blanks around it aside; empty where it is none.

    Letters, digits and `_ . - $`; a dynamic name, which begins with `$`, may hold blanks.
    """
    name = inside.strip(" \t") if len(inside) <= NAME_CAP else ""
    return name if _NAME.fullmatch(name) else ""


def placeholders(text: str) -> Iterator[tuple[int, int, str]]:
    """Every `{{name}}` of a text from left to right: where it begins and ends, and its name."""
    for found in SPAN.finditer(text):
        if name := name_in(found[1]):
            yield found.start(), found.end(), name
