"""Words of JSON and XML, also in rows that begin anywhere and are seen in part."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ui.widgets.viewer.line_tokens import string_end, tokens


def roles(row: str, syntax: str, begin: int = 0) -> list[tuple[str, str]]:
    found = tokens(row, syntax, begin, 0, len(row))
    return [(row[start:end], role) for start, end, role in found]


def test_json() -> None:
    assert roles('  "a" : ["b\\"c", -1.5e3, true],', "json") == [
        ('"a"', "key"), (":", "punctuation"), ("[", "punctuation"), ('"b\\"c"', "string"),
        (",", "punctuation"), ("-1.5e3", "number"), (",", "punctuation"), ("true", "word"),
        ("],", "punctuation"),
    ]  # fmt: skip
    assert roles('"open', "json") == [('"open', "string")]


def test_xml() -> None:
    assert roles("<a href='x' b=\"y\">t &amp; u</a><!-- c --><d/>", "xml") == [
        ("<a", "key"), ("href", "word"), ("=", "punctuation"), ("'x'", "string"), ("b", "word"),
        ("=", "punctuation"), ('"y"', "string"), (">", "punctuation"), ("&amp;", "number"),
        ("</a", "key"), (">", "punctuation"), ("<!-- c -->", "soft"), ("<d", "key"),
        ("/>", "punctuation"),
    ]  # fmt: skip
    assert roles("b='c'>text", "xml")[0] == ("b", "word")
    assert roles("just > text", "text") == []


def test_a_row_that_begins_in_a_string() -> None:
    assert string_end('rest of it","next":1') == 11
    assert string_end('"key":"value","more":[1,2]') == 0
    assert string_end(',"key":"value"') == 0
    assert string_end(r'say \"hi\" and go","a":1}') == 18
    assert roles('the end","k":1', "json", 8)[0] == ('the end"', "string")


@settings(deadline=None)
@given(st.integers(0, 400), st.integers(0, 60))
def test_a_part_of_a_row_has_the_colours_of_the_whole(first: int, width: int) -> None:
    row = json.dumps([{"key one": 'a, {b} " c', "n": 12.5, "w": None}] * 8)
    last = min(first + width, len(row))
    whole = {token for token in tokens(row, "json", 0, 0, len(row)) if token.role == "string"}
    part = tokens(row, "json", 0, first, last)
    seen = {one for one in whole if one.end > first and one.start < last}
    assert seen <= set(part)


@settings(deadline=None)
@given(st.text("<>\"'=&;a! -/?\n"))
def test_no_xml_makes_it_raise(row: str) -> None:
    for start, end, _role in tokens(row, "xml", 0, 0, len(row)):
        assert 0 <= start < end <= len(row)
