"""Tidied JSON says what was received, to the letter; only white space outside strings differs."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.limits import LINE_CAP, PRETTY_CAP
from desktop.core.reading.json_lines import JsonLines, json_lines, may_be_tidied, sound_json_lines
from tests.core.reading.test_json_grammar import VALUES

PRETTIFY = Path(os.environ.get("BLEAT_CORPUS", "")) / "json_prettify"
STRING_OR_SPACE = re.compile(r'"(?:[^"\\]|\\.)*"|\s+', re.DOTALL)
ANYTHING = st.lists(
    st.sampled_from([*'{}[],:" \n', '"\\\\ \\""', "1.10", '"a b"', "true", '"k" : ', "é",
                     "x" * 1500, '"' + "y" * 4000 + '"'])
).map("".join)  # fmt: skip


def bare(text: str) -> str:
    """The text without the white space that stands outside strings."""
    return STRING_OR_SPACE.sub(lambda found: found[0] if found[0][0] == '"' else "", text)


def sound(text: str) -> JsonLines:
    lines = sound_json_lines(text.encode(), "utf-8")
    assert lines is not None
    return lines


@pytest.mark.parametrize(
    ("received", "tidied"),
    [
        ("{}", "{}"),
        ("[ ]", "[]"),
        (" 1.10 ", "1.10"),
        ('{"a":1.10,"a":123456789012345678901234567890}',
         '{\n  "a": 1.10,\n  "a": 123456789012345678901234567890\n}'),
        ('[1 , [ ] ,{"b" :"\\u00e9\\/ :, " }]',
         '[\n  1,\n  [],\n  {\n    "b": "\\u00e9\\/ :, "\n  }\n]'),
        ('[\n    "a"\n]', '[\n  "a"\n]'),
    ],
)  # fmt: skip
def test_layout(received: str, tidied: str) -> None:
    assert sound(received).text() == tidied
    assert json_lines(received.encode(), "utf-8").text() == tidied


@settings(deadline=None)
@given(VALUES, st.sampled_from([None, 1, "\t"]))
def test_tidied_is_how_python_indents(value: object, indent: int | str | None) -> None:
    received = json.dumps(value, indent=indent)
    assert sound(received).text() == json.dumps(value, indent=2)


@settings(deadline=None)
@given(ANYTHING)
def test_only_white_space_outside_strings_differs(text: str) -> None:
    assert bare(json_lines(text.encode(), "utf-8").text()) == bare(text)


@settings(deadline=None)
@given(ANYTHING)
def test_rows_are_short_and_joined_they_are_the_text(text: str) -> None:
    lines = json_lines(text.encode(), "utf-8")
    rows = [lines[at] if lines.continues(at) else f"\n{lines[at]}" for at in range(len(lines))]
    assert "".join(rows)[1:] == lines.text()
    assert all(len(row) <= LINE_CAP for row in lines)


def test_a_string_of_many_rows_comes_back_whole() -> None:
    text = json.dumps(['a  b\\" : é' * 100_000], ensure_ascii=False)
    lines = sound(text)
    assert lines.text() == f"[\n  {text[1:-1]}\n]"
    assert len(lines) > 500
    assert max(map(len, lines)) <= LINE_CAP


def test_broken_json_is_only_tidied_when_asked_for() -> None:
    assert sound_json_lines(b"[1,]", "utf-8") is None
    assert json_lines(b"[1,]", "utf-8").text() == "[\n  1,\n]"


def test_large_json() -> None:
    received = json.dumps(
        [{"name": 'naïve \\ "x"', "at": n} for n in range(50_000)], ensure_ascii=False
    )
    assert len(received) > 1 << 20
    assert sound(received).text() == json.dumps(json.loads(received), ensure_ascii=False, indent=2)
    assert sound_json_lines(received[:-1].encode(), "utf-8") is None
    assert sound(json.dumps("x" * (1 << 21))).sound


def test_brackets_without_end_do_not_fit() -> None:
    assert sound("[" * 500 + "]" * 500).fits
    assert not sound("[" * 100_000 + "]" * 100_000).fits
    assert may_be_tidied(b"[]")
    assert not may_be_tidied(bytes(PRETTY_CAP + 1))


def test_letters_in_place_of_their_numbers() -> None:
    received = rb'"\u00e9 \ud83d\ude00 \\u00e9 \n \u0022 \u202 \ud83d \u001b"'
    lines = json_lines(received, "utf-8", readable=True)
    assert lines.text() == r'"é 😀 \\u00e9 \n \u0022 \u202 \ud83d \u001b"'
    assert json_lines(received, "utf-8").text() == received.decode()


@pytest.mark.skipif("BLEAT_CORPUS" not in os.environ, reason="BLEAT_CORPUS is not set")
def test_the_corpus_of_tidied_json() -> None:
    for file in sorted(PRETTIFY.glob("*-input.json")):
        expected = file.with_name(f"{file.name}.pretty.json").read_text(encoding="utf-8")
        # One of them wants letters in place of their numbers, which the others do not have.
        lines = json_lines(file.read_bytes(), "utf-8", readable=True)
        assert lines.text() == expected.rstrip("\n"), file.name
