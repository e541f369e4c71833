"""URL and rows follow each other, whatever is typed on either side."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.model.query import (
    common_ends,
    edited,
    keep_places,
    parameters,
    rows_from_url,
    url_from_rows,
)
from desktop.core.model.request import Row

BITS = ["a", "b", "=", "&", "#", "?", "+", "%20", "%ff", "%7B", "%7d", "{", "}", "{{x}}", "{{",
        "}}", "{{p q&r=s}}", "é", " ", "http://h/", "%", "\x00", "\n", "\ud800"]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(BITS) | st.text(max_size=2), max_size=12).map("".join)
ROW = st.builds(Row, HOSTILE, HOSTILE, st.booleans(), st.sampled_from(["", "why"]), HOSTILE)
ROWS = st.lists(ROW | st.builds(Row), max_size=5).map(tuple)


def meanings(rows):
    return [(row.name, row.value, row.enabled, row.note) for row in rows]


@given(HOSTILE, ROWS)
@settings(max_examples=200)
def test_rows_that_follow_a_url_give_the_same_url_back(url, rows):
    assert url_from_rows(url, rows_from_url(url, rows)) == url


@given(HOSTILE, ROWS)
@settings(max_examples=200)
def test_a_url_that_follows_rows_gives_the_same_rows_back(url, rows):
    assert meanings(rows_from_url(url_from_rows(url, rows), rows)) == meanings(rows)


@given(st.lists(HOSTILE, max_size=6), st.data())
@settings(max_examples=100)
def test_both_sides_agree_after_any_row_of_edits(urls, data):
    url, rows = "http://h/", ()
    for typed in urls:
        url, rows = typed, rows_from_url(typed, rows)
        if rows:
            at = data.draw(st.integers(0, len(rows) - 1))
            row = replace(
                edited(rows[at], value=data.draw(HOSTILE)), enabled=data.draw(st.booleans())
            )
            rows = (*rows[:at], row, *rows[at + 1 :])
            url = url_from_rows(url, rows)
        assert meanings(rows_from_url(url, rows)) == meanings(rows)


@given(HOSTILE, st.text("ab", min_size=1, max_size=3))
def test_a_fragment_and_all_before_the_query_stay(before, value):
    rest = before.replace("?", "").replace("#", "").replace("{", "").replace("}", "")
    url = url_from_rows(f"{rest}?old=1#there", (Row("new", value),))
    assert url == f"{rest}?new={value}#there"


@pytest.mark.parametrize(
    "url",
    ["h?a", "h?a=", "h?=b", "h?=", "h?a&&b", "h?&", "h?", "h?a=1&", "h?a=1&a=1&a=2", "h?a=%zz",
     "h?b=100%", "h?q=a+b%20c&x=%c3%a3", "h?filter={\"a\":{\"b\":1}}",
     "{{base}}?{{name}}={{value & more}}#x"],
)  # fmt: skip
def test_what_was_typed_stays_as_typed(url):
    rows = rows_from_url(url, ())
    assert url_from_rows(url, rows) == url
    more = url_from_rows(url, (*rows, Row("new", "1")))
    assert more.partition("#")[0].startswith(url.partition("#")[0].rstrip("&"))


def test_cells_show_the_meaning_and_remember_the_text():
    assert rows_from_url("h?city=S%C3%A3o+Paulo&x=%20%ff", ()) == (
        Row("city", "São Paulo", raw="city=S%C3%A3o+Paulo"),
        Row("x", " %ff", raw="x=%20%ff"),
    )


def test_an_edited_row_is_encoded_and_its_neighbours_are_not_touched():
    url = "h?a=x+y&b=x%20y&c=%7E"
    a, b, c = rows_from_url(url, ())
    assert url_from_rows(url, (a, edited(b, value="1 & 2"), c)) == "h?a=x+y&b=1%20%26%202&c=%7E"


def test_the_half_that_was_not_edited_keeps_its_text():
    url = "h?a=%ff&na+me=1&flag"
    a, b, c = rows_from_url(url, ())
    rows = (edited(a, name="z"), edited(b, value="2"), edited(c, name="flags"))
    assert url_from_rows(url, rows) == "h?z=%ff&na+me=2&flags"


def test_an_edit_taken_back_gives_the_typed_text_back():
    url = "h?a=x+y"
    (row,) = rows_from_url(url, ())
    assert edited(row, value="x y") is row
    new = url_from_rows(url, (edited(row, value="x "),))
    assert new == "h?a=x%20"
    assert url_from_rows(new, (edited(edited(row, value="x "), value="x y"),)) == "h?a=x%20y"


def test_a_new_row_grows_in_the_url_as_it_is_typed():
    url = "h#top"
    seen = []
    row = Row()
    for name, value in [("m", ""), ("mo", ""), ("mo", "x"), ("mo", "x y"), ("", "x y"), ("", "")]:
        row = edited(row, name=name, value=value)
        url = url_from_rows(url, (row,))
        seen.append(url)
    assert seen == [
        "h?m=#top",
        "h?mo=#top",
        "h?mo=x#top",
        "h?mo=x%20y#top",
        "h?=x%20y#top",
        "h#top",
    ]


def test_rows_with_nothing_in_them_add_nothing():
    assert url_from_rows("h?a=1", (Row("a", "1"), Row(), Row(note="only a note"))) == "h?a=1"


def test_a_row_switched_off_leaves_the_url_and_comes_back_as_typed():
    url = "h?a=1&b=%7e&c=3"
    a, b, c = rows_from_url(url, ())
    off = (a, replace(b, enabled=False), c)
    without = url_from_rows(url, off)
    assert without == "h?a=1&c=3"
    assert rows_from_url(without, off) == off
    assert url_from_rows(without, (a, b, c)) == url


def test_the_last_row_takes_the_question_mark_along():
    assert url_from_rows("h/p?a=1#x", (Row("a", "1", enabled=False),)) == "h/p#x"


def test_typing_in_the_url_keeps_notes_and_rows_that_are_off():
    off = Row("debug", "1", enabled=False, note="for support")
    rows = (Row("a", "1", note="first"), off, Row("b", "2", note="second"))
    assert meanings(rows_from_url("h?a=1&b=25&c", rows)) == [
        ("a", "1", True, "first"),
        ("debug", "1", False, "for support"),
        ("b", "25", True, "second"),
        ("c", "", True, ""),
    ]
    assert rows_from_url("h", rows) == (off,)
    assert meanings(rows_from_url("h?x&b=2", rows))[-1] == ("b", "2", True, "second")


def test_every_keystroke_of_a_url_keeps_the_rows_that_it_does_not_touch():
    url = "h?first=1&mood=happy&last=3"
    rows = tuple(replace(row, note=row.name) for row in rows_from_url(url, ()))
    for size in range(len("mood=happy") + 1):
        typed = f"h?first=1&{'mood=happy'[:size]}&last=3"
        notes = [row.note for row in rows_from_url(typed, rows)]
        assert (notes[0], notes[-1]) == ("first", "last")


def test_another_address_pasted_over_takes_no_notes_along():
    rows = (Row("mood", "happy", note="happy, sleepy or curious"),)
    assert rows_from_url("h?lat=52.5", rows)[0].note == ""
    assert rows_from_url("h?mood=sleepy", rows)[0].note == "happy, sleepy or curious"


def test_empty_parameters_stay_between_the_same_neighbours():
    url = "h?&a=1&&b=2&"
    a, b = rows_from_url(url, ())
    assert url_from_rows(url, (a, edited(b, value="3"))) == "h?&a=1&&b=3&"
    assert url_from_rows(url, (a, b, Row("c", "3"))) == "h?&a=1&&b=2&c=3"
    assert url_from_rows(url, (b,)) == "h?&b=2&"


def test_braces_of_two_rows_never_make_a_variable():
    rows = (Row("a", "{{"), Row("b", "x}}"))
    url = url_from_rows("h", rows)
    assert meanings(rows_from_url(url, ())) == meanings(rows)
    assert url_from_rows("h", (Row("a", "{{x}}"), Row("b", "{1}"))) == "h?a={{x}}&b={1}"


def test_parameters_tell_no_value_from_an_empty_one():
    assert parameters("a&b=&c=1+2") == [("a", None), ("b", ""), ("c", "1 2")]


@pytest.mark.parametrize(
    ("old", "new", "ends"),
    [("", "", (0, 0)), ("abc", "abc", (3, 0)), ("abc", "axc", (1, 1)),
     ("aa", "aaa", (2, 0)), ("ab", "cab", (0, 2))],
)  # fmt: skip
def test_common_ends_never_overlap(old, new, ends):
    assert common_ends(old, new) == ends


def test_rows_that_stay_keep_their_neighbours():
    a, b, c, note = Row("a"), Row("b"), Row("c"), Row(note="here")
    assert keep_places((a, note, b), (True, False, True), (a, b, c)) == (a, note, b, c)
    assert keep_places((a, b, note), (True, True, False), (c, a, b)) == (c, a, b, note)
    assert keep_places((a, note, b), (True, False, True), ()) == (note,)


def test_a_long_query_follows_fast_enough_to_type_in():
    url = "h?" + "&".join(f"name{n}=some+value%20{n}" for n in range(2000))
    rows = rows_from_url(url, ())
    begun = time.perf_counter()
    rows_from_url(url + "x", rows)
    url_from_rows(url, (*rows[:-1], edited(rows[-1], value="new")))
    assert time.perf_counter() - begun < 1
