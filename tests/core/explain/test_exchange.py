"""Tone, offers and words of an answer, by a table."""

import pytest

from desktop.core.explain.exchange import explain_exchange
from desktop.core.model.reading import Reading

CASES = [
    # status, method, body, tone, offers
    (100, "GET", b"", "information", {"send_again", "edit_headers"}),
    (200, "GET", b"", "success", set()),
    (201, "POST", b"{}", "success", set()),
    (202, "POST", b"{}", "success", set()),
    (204, "DELETE", b"", "success", set()),
    (206, "GET", b"", "success", {"edit_headers"}),
    (207, "PROPFIND", b"", "information", set()),
    (299, "GET", b"", "success", set()),
    (301, "GET", b"", "information", {"edit_address"}),
    (304, "GET", b"", "information", {"edit_headers"}),
    (307, "POST", b"{}", "information", {"edit_address"}),
    (400, "POST", b"{}", "failure", {"edit_body", "edit_address"}),
    (400, "GET", b"", "failure", {"edit_address"}),
    (401, "GET", b"", "failure", {"edit_headers"}),
    (403, "GET", b"", "failure", {"edit_headers", "edit_address"}),
    (404, "GET", b"", "failure", {"edit_address"}),
    (405, "PUT", b"", "failure", {"edit_method", "edit_address"}),
    (406, "GET", b"", "failure", {"edit_headers"}),
    (408, "GET", b"", "failure", {"send_again"}),
    (413, "POST", b"x", "failure", {"edit_body"}),
    (414, "GET", b"", "failure", {"edit_address"}),
    (415, "POST", b"x", "failure", {"edit_headers", "edit_body"}),
    (415, "GET", b"", "failure", {"edit_headers"}),
    (422, "POST", b"{}", "failure", {"edit_body", "edit_address"}),
    (422, "GET", b"", "failure", {"edit_address"}),
    (425, "GET", b"", "warning", {"send_again"}),
    (429, "GET", b"", "warning", {"send_again"}),
    (431, "GET", b"", "failure", {"edit_headers"}),
    (499, "GET", b"", "failure", {"send_again", "edit_headers"}),
    (500, "GET", b"", "failure", {"send_again"}),
    (501, "BREW", b"", "failure", {"edit_method"}),
    (502, "GET", b"", "failure", {"send_again"}),
    (503, "GET", b"", "failure", {"send_again"}),
    (504, "GET", b"", "failure", {"send_again"}),
    (522, "GET", b"", "failure", {"send_again"}),
    (550, "GET", b"", "failure", {"send_again"}),
    (600, "GET", b"", "warning", {"send_again"}),
    (999, "GET", b"", "failure", {"edit_address", "send_again"}),
]


@pytest.mark.parametrize(("status", "method", "body", "tone", "offers"), CASES)
def test_tone_and_offers(words, exchange, status, method, body, tone, offers):
    explanation = explain_exchange(exchange(status, method=method, body=body), None, words)
    assert explanation.tone == tone
    assert {offer.action for offer in explanation.offers} == offers


def test_the_method_in_question_is_named(words, exchange):
    explanation = explain_exchange(exchange(405, method="BREW"), None, words)
    assert "BREW" in explanation.meaning


def test_a_code_in_no_list_is_named(words, exchange):
    for code in (199, 299, 399, 488, 550, 777):
        assert str(code) in explain_exchange(exchange(code), None, words).meaning


@pytest.mark.parametrize("reason", ["{host}", "{code}{code}", "%s", "<img src=x>", "\x00" * 99])
def test_hostile_reasons_are_only_ever_text(words, exchange, reason):
    explanation = explain_exchange(exchange(404, reason), Reading("json"), words)
    assert explanation.status.startswith("404 ")
    assert len(explanation.status) <= 44
    assert explanation.status.isprintable()
    assert explanation.headline == words.statuses["404"]["headline"]


def test_a_hostile_method_is_only_ever_text(words, exchange):
    explanation = explain_exchange(exchange(405, method="{host}\n" + "X" * 99), None, words)
    assert "\n" not in explanation.meaning
    assert "{host}␊" in explanation.meaning


def test_headers_come_with_their_sentences(words, exchange):
    headers = (("Content-Type", "text/plain"), ("X-Goat", "1"))
    lines = explain_exchange(exchange(headers=headers), None, words).headers
    assert [(line.name, line.value) for line in lines] == list(headers)
    assert [bool(line.sentence) for line in lines] == [True, False]


def test_every_number_is_explained(words, exchange):
    for status in range(1000):
        explanation = explain_exchange(exchange(status, "Goat"), Reading("text"), words)
        assert explanation.status == f"{status} Goat"
        assert explanation.headline
        assert explanation.meaning
        assert explanation.details


@pytest.mark.parametrize(("url", "named"), [("http://a.example/", 1), ("https://a.example/", 0)])
@pytest.mark.parametrize("status", [301, 307, 308, 426])
def test_missing_encryption_is_named_only_where_it_is_missing(words, exchange, status, url, named):
    explanation = explain_exchange(exchange(status, url=url), None, words)
    assert len([why for why in explanation.why if "encrypted" in why]) == named
