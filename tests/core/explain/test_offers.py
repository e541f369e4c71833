"""Buttons have words and come where they help."""

from desktop.core.explain.entry import Entry
from desktop.core.explain.offers import offers_of
from desktop.core.model.explanation import Offer


def test_an_offer_has_the_usual_words_or_the_entry_s_own(words):
    entry = Entry(offers=("send_again", "edit_body"), labels={"edit_body": "Shorten the body"})
    assert offers_of(entry, words) == (
        Offer("send_again", words.labels["offers"]["send_again"]),
        Offer("edit_body", "Shorten the body"),
    )


def test_an_offer_comes_once():
    words = type("Few", (), {"labels": {"offers": {"send_again": "Send again"}}})()
    entry = Entry(offers=("send_again", "send_again"))
    assert offers_of(entry, words) == (Offer("send_again", "Send again"),)


def test_a_body_is_edited_only_where_one_was_sent(words):
    entry = Entry(offers=("edit_body", "edit_address"))
    offers = offers_of(entry, words, body_sent=False)
    assert [offer.action for offer in offers] == ["edit_address"]
