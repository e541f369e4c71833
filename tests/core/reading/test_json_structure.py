"""The outline that numpy makes is the one that goes row by row; it also copes with broken JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.reading import json_structure
from desktop.core.reading.json_grammar import outline_of_sound
from desktop.core.reading.json_structure import outline_of_any
from tests.core.reading.test_json_grammar import VALUES


@settings(deadline=None)
@given(VALUES, st.sampled_from([None, 1]), st.integers(4, 40))
def test_both_ways_agree(value: object, indent: int | None, chunk: int) -> None:
    content = json.dumps([value], indent=indent, ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )
    careful = outline_of_sound(content, 0)
    assert careful is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_structure, "CHUNK", chunk)
        fast = outline_of_any(content, 0)
    assert fast.sound
    assert fast.marks == careful.marks
    rows = [content[a:].lstrip()[:1] for a in fast.starts]
    assert rows == [content[a : a + 1] for a in careful.starts]


@settings(deadline=None)
@given(st.text('"\\[]{},a ', max_size=60), st.integers(4, 20))
def test_escapes_at_the_edge_of_a_chunk(text: str, chunk: int) -> None:
    content = text.encode()
    whole = outline_of_any(content, 0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_structure, "CHUNK", chunk)
        parts = outline_of_any(content, 0)
    assert [*parts.starts] == [*whole.starts]
    assert parts.marks == whole.marks


@pytest.mark.parametrize(
    "text",
    [
        "[1",
        "1]",
        "[}",
        '{"a":[}]',
        "[1,]",
        "[,1]",
        "[1,,2]",
        "[] []",
        "[]x",
        "x[]",
        '["a]',
        "[[]",
        "{]",
    ],
)
def test_broken_brackets_are_not_sound(text: str) -> None:
    assert not outline_of_any(text.encode(), 0).sound


@settings(deadline=None)
@given(st.binary(max_size=80))
def test_nothing_makes_it_raise(content: bytes) -> None:
    outline = outline_of_any(content, 0)
    assert len(outline.starts) == len(outline.marks) > 0
