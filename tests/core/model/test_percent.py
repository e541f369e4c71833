"""Percent-encoding both ways: readable, minimal, and never another meaning."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.percent import decoded, encoded, without_stray_braces
from desktop.core.model.placeholder import SPAN

HOSTILE = st.text(
    st.sampled_from("ab{}{}%+=&#? 27BDfFéã\x00\n\x85\u2028\ud800😀") | st.characters(), max_size=40
)


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("plain", "plain"),
        ("a%20b+c", "a b c"),
        ("s%C3%A3o", "são"),
        ("são", "são"),
        ("100%", "100%"),
        ("%zz%4", "%zz%4"),
        ("%ff%FF", "%ff%FF"),
        ("%C3%A3%c3", "ã%c3"),
        ("%C3x%A3", "%C3x%A3"),
        ("%2B%26%3D%23", "+&=#"),
        ("%2520", "%20"),
        ("{{a%20b+c}}+x", "{{a%20b+c}} x"),
        ("%7B%7Bx%7D%7D", "%7B%7Bx%7D%7D"),
        ("{%7bx}}", "%7B%7Bx%7D%7D"),
        ("%7B%22a%22:1}", '{"a":1}'),
        ("%00", "\x00"),
    ],
)
def test_reads_what_it_means(typed, meaning):
    assert decoded(typed) == meaning


@pytest.mark.parametrize(
    ("meaning", "text"),
    [
        ("são paulo", "são%20paulo"),
        ("1+1=2", "1%2B1=2"),
        ("a&b#c", "a%26b%23c"),
        ("50%", "50%25"),
        ("{{my var & more}} x", "{{my var & more}}%20x"),
        ("a\nb\x7f", "a%0Ab%7F"),
        ("\u2028", "%E2%80%A8"),
        ('{"a":[1,2]}/?:@', '{"a":[1,2]}/?:@'),
    ],
)
def test_encodes_only_what_would_change_the_meaning(meaning, text):
    assert encoded(meaning) == text


def test_encodes_the_equals_sign_only_in_a_name():
    assert encoded("a=b", name=True) == "a%3Db"
    assert encoded("a=b") == "a=b"


@given(HOSTILE)
def test_every_text_survives_the_way_into_a_url_and_back(text):
    assert decoded(encoded(text)) == text
    assert decoded(encoded(text, name=True)) == text


@given(HOSTILE)
def test_reading_keeps_every_variable_and_makes_none(text):
    assert SPAN.findall(decoded(text)) == SPAN.findall(text)


@given(HOSTILE)
def test_stray_braces_go_without_a_change_of_meaning(text):
    tame = without_stray_braces(text)
    assert decoded(tame) == decoded(text)
    assert not set(SPAN.sub("", tame)) & set("{}")


@pytest.mark.parametrize(
    "text", ["%ff" * 500_000, "{" * 2_000_000, "{{a" * 700_000, "%C3%A3+" * 300_000]
)
def test_huge_texts_take_no_more_than_their_length(text):
    begun = time.perf_counter()
    decoded(text)
    encoded(text)
    assert time.perf_counter() - begun < 10
