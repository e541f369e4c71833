"""The way from the first address to the last is told without secrets."""

from desktop.core.explain.exchange import explain_exchange
from desktop.core.explain.redirects import redirect_sentences
from desktop.core.model.reading import Reading


def test_no_hop_no_sentence(words, exchange):
    assert redirect_sentences(exchange(), words) == ()


def test_the_final_address_is_named_without_its_secrets(words, exchange, hop):
    sent = exchange(url="https://u:s3cret@b.example/goats?key=s3cret", hops=[hop()])
    sentences = redirect_sentences(sent, words)
    assert len(sentences) == 1
    assert "https://b.example/goats" in sentences[0]
    assert "s3cret" not in sentences[0]


def test_a_changed_method_is_named(words, exchange, hop):
    sent = exchange(method="GET", hops=[hop(method="POST")])
    sentences = redirect_sentences(sent, words)
    assert len(sentences) == 2
    assert "POST" in sentences[1]
    assert "GET" in sentences[1]


def test_withheld_headers_are_named_once(words, exchange, hop):
    sent = exchange(withheld=("Authorization", "Cookie", "Authorization"), hops=[hop()])
    assert "Authorization, Cookie" in redirect_sentences(sent, words)[-1]


def test_a_success_behind_a_redirect_says_so(words, exchange, hop):
    sent = exchange(url="https://b.example/x", hops=[hop(url="https://a.example/x")])
    explanation = explain_exchange(sent, Reading("json"), words)
    assert explanation.tone == "success"
    assert "b.example" in " ".join(explanation.why)
    assert "https://a.example/x" in explanation.details
    assert "https://b.example/x" in explanation.details
