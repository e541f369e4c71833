"""A row is empty when nothing was typed into it."""

import pytest

from desktop.core.model.request import Request, Row


@pytest.mark.parametrize("row", [Row(), Row(enabled=False)])
def test_a_row_without_words_is_empty(row):
    assert row.is_empty


@pytest.mark.parametrize(
    "row", [Row("a"), Row(value="1"), Row(note="why"), Row(raw="="), Row(" "), Row("0")]
)
def test_a_row_with_any_word_is_not_empty(row):
    assert not row.is_empty


def test_a_new_request_asks_for_something_and_holds_nothing():
    request = Request()
    assert (request.method, request.url, request.body.kind) == ("GET", "", "none")
    assert request.params == request.headers == ()
