"""Places are filled, or their sentence is left out."""

import pytest

from desktop.core.explain.entry import Entry, entry_of, fill, filled


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Nothing to fill.", "Nothing to fill."),
        ("{host} is silent.", "goat.example is silent."),
        ("Try {host} at {port}.", "Try goat.example at 80."),
        ("Without {missing} there is no sentence.", ""),
        ("Without {empty} there is no sentence.", ""),
        ("A variable is written {{practice}}.", "A variable is written {{practice}}."),
    ],
)
def test_fill(text, result):
    assert fill(text, {"host": "goat.example", "port": "80", "empty": ""}) == result


def test_a_fact_is_never_taken_for_a_place():
    assert fill("{host}", {"host": "{port}", "port": "80"}) == "{port}"


def test_sentences_without_their_facts_are_left_out():
    entry = Entry(why=("Always true.", "{host} sleeps."), tries=("Wake {host}.",))
    assert filled(entry, {}).why == ("Always true.",)
    assert filled(entry, {}).tries == ()


def test_entry_of_an_empty_table():
    assert entry_of({}) == Entry()


def test_entry_of_a_full_table():
    entry = entry_of({"headline": "It worked.", "try": ["Smile."], "content": True})
    assert (entry.headline, entry.tries, entry.content) == ("It worked.", ("Smile.",), True)
