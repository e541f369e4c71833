"""A URL cut at its query, exactly as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.query_text import Piece, cut, piece_of, taken_apart


@pytest.mark.parametrize(
    ("url", "before", "pieces", "gaps", "after"),
    [
        ("", "", [], [""], ""),
        ("h/p", "h/p", [], [""], ""),
        ("h/p?", "h/p", [], [""], ""),
        ("h?a=1&b#c?d&e", "h", ["a=1", "b"], ["", "&", ""], "#c?d&e"),
        ("h?&&a&&&b&", "h", ["a", "b"], ["&&", "&&&", "&"], ""),
        ("{{base?x#y}}/p?a", "{{base?x#y}}/p", ["a"], ["", ""], ""),
        ("h?q={{a&b=c}}&d", "h", ["q={{a&b=c}}", "d"], ["", "&", ""], ""),
        ("h?q={{&b={{x}}", "h", ["q={{", "b={{x}}"], ["", "&", ""], ""),
        ("h?a=b?c=d", "h", ["a=b?c=d"], ["", ""], ""),
        ("h#f?a=1", "h", [], [""], "#f?a=1"),
    ],
)
def test_cuts_where_the_query_begins_and_ends(url, before, pieces, gaps, after):
    text = taken_apart(url)
    assert (text.before, text.after) == (before, after)
    assert [str(piece) for piece in text.pieces] == pieces
    assert list(text.gaps) == gaps


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("a", Piece("a", "", "")),
        ("a=", Piece("a", "=", "")),
        ("=b", Piece("", "=", "b")),
        ("a=b=c", Piece("a", "=", "b=c")),
        ("{{a=b}}=c", Piece("{{a=b}}", "=", "c")),
    ],
)
def test_a_parameter_is_cut_at_its_first_equals_sign(text, piece):
    assert piece_of(text) == piece


def test_a_mark_inside_of_a_variable_does_not_cut():
    assert cut("{{a/b}}/c", "/") == ("{{a/b}}", "/c")
    assert cut("{{a/b}}", "/") == ("{{a/b}}", "")


@given(st.text(st.sampled_from("a?&=#{}/"), max_size=30))
def test_put_together_it_is_the_same_text(url):
    text = taken_apart(url)
    if text.pieces:
        assert text.with_query(text.pieces, list(text.gaps)) == url
