"""JSON is told from what only looks like it, as json.loads does, and never too deep."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.reading.json_grammar import outline_of_sound

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


def keeps_the_rules(text: str) -> bool:
    return outline_of_sound(text.encode("utf-8", "surrogatepass"), 0) is not None


def refused(_constant: str) -> object:
    raise ValueError


def python_says(text: str) -> bool:
    try:
        json.loads(text, parse_constant=refused)
    except ValueError:
        return False
    return True


@settings(deadline=None)
@given(VALUES, st.sampled_from([None, 0, 1, "\t"]), st.booleans())
def test_what_python_writes_is_sound(
    value: object, indent: int | str | None, ascii_only: bool
) -> None:
    assert keeps_the_rules(json.dumps(value, indent=indent, ensure_ascii=ascii_only))


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*'{}[],: \n"1-.e0', '"a"', "true", "null", '"b":', "\\", "\\n"])).map(
        "".join
    )
)
def test_it_agrees_with_python(text: str) -> None:
    assert keeps_the_rules(text) == python_says(text)


@pytest.mark.parametrize(
    "text", ["", " ", "[", "]", "{}{}", "[1,]", "[,1]", '{"a":}', "{1:2}", "01", "[1 2]"]
)
def test_what_is_broken(text: str) -> None:
    assert not keeps_the_rules(text)


def test_depth_and_long_numbers_do_no_harm() -> None:
    assert keeps_the_rules("[" * 100_000 + "]" * 100_000)
    assert keeps_the_rules("[" + "9" * 10_000 + "]")
    assert not keeps_the_rules('{"a":' * 100_000)


def test_places_and_depths() -> None:
    outline = outline_of_sound(b'xx{"a": [1, {}]}', 2)
    assert outline is not None
    assert list(zip(outline.starts, outline.marks, strict=True)) == [
        (2, 0), (3, 1), (9, 2), (12, 2), (14, 1), (15, 0),
    ]  # fmt: skip
    assert outline.indentation == 2 * 6
