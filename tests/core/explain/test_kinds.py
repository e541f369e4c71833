"""A success says what came."""

import pytest

from desktop.core.explain.exchange import explain_exchange
from desktop.core.model.reading import Picture, Reading

JPEG = Reading("image", "image/jpeg", picture=Picture("jpeg", 420, 280))


def test_the_goat_of_the_first_ten_seconds(words, exchange):
    sent = exchange(200, "OK", url="http://127.0.0.1:4628/goats/420/280")
    explanation = explain_exchange(sent, JPEG, words)
    assert explanation.status == "200 OK"
    assert explanation.headline == "It worked. The server sent you a picture."
    assert explanation.meaning == (
        "A JPEG, 420 \N{MULTIPLICATION SIGN} 280 pixels. "
        "You can save it, zoom it, or ask for another size."
    )
    assert explanation.tone == "success"


def test_another_size_is_offered_only_where_the_address_names_it(words, exchange):
    sized = explain_exchange(exchange(url="https://a.example/420x280.jpg"), JPEG, words)
    fixed = explain_exchange(exchange(url="https://a.example/goat.jpg"), JPEG, words)
    assert sized.meaning != fixed.meaning
    assert "420 \N{MULTIPLICATION SIGN} 280" in fixed.meaning


@pytest.mark.parametrize(
    ("reading", "key"),
    [
        (Reading("json", "application/json"), "json"),
        (Reading("xml", "application/xml"), "xml"),
        (Reading("xml", "image/svg+xml"), "xml_named"),
        (Reading("json", "application/yaml"), "json"),
        (Reading("html", "text/html"), "html"),
        (Reading("text", "text/plain"), "text"),
        (Reading("text", "text/csv"), "text_named"),
        (Reading("binary", "application/octet-stream"), "binary"),
        (Reading("binary", "application/pdf"), "binary_named"),
        (Reading("empty"), "empty"),
        (Reading("image", "image/webp"), "image_unmeasured"),
        (JPEG, "image"),
    ],
)
def test_a_success_says_what_came(words, exchange, reading, key):
    explanation = explain_exchange(exchange(200), reading, words)
    assert explanation.headline.endswith(words.kinds[key]["headline"])
    assert explanation.headline.startswith(words.statuses["200"]["headline"])


def test_a_known_kind_of_file_is_named(words, exchange):
    explanation = explain_exchange(exchange(), Reading("binary", "application/pdf"), words)
    assert words.kinds["files"]["application/pdf"] in explanation.meaning


@pytest.mark.parametrize("kind", ["json", "xml", "html", "text", "binary", "image", "empty"])
def test_no_kind_and_no_known_file_lacks_words(words, exchange, kind):
    for media_type in ("", *words.kinds["files"]):
        explanation = explain_exchange(exchange(), Reading(kind, media_type), words)
        assert explanation.meaning


def test_an_unknown_picture_format_is_still_a_picture(words, exchange):
    reading = Reading("image", "image/x-goat", picture=Picture("goat<b>", 1, 2))
    explanation = explain_exchange(exchange(), reading, words)
    assert explanation.meaning.startswith("A picture, 1 \N{MULTIPLICATION SIGN} 2 pixels.")


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS"])
def test_some_methods_ask_for_no_content(words, exchange, method):
    explanation = explain_exchange(exchange(200, method=method), Reading("empty"), words)
    assert explanation.headline.endswith(words.kinds[method.lower()]["headline"])
    assert explanation.tone == "success"


def test_head_offers_another_method(words, exchange):
    explanation = explain_exchange(exchange(200, method="HEAD"), Reading("empty"), words)
    assert [offer.action for offer in explanation.offers] == ["edit_method"]


@pytest.mark.parametrize("status", [201, 202, 204, 206, 207, 301, 304, 404, 500])
def test_other_codes_keep_their_headline(words, exchange, status):
    explanation = explain_exchange(exchange(status), Reading("json"), words)
    assert explanation.headline == words.statuses[str(status)]["headline"]


@pytest.mark.parametrize(("kind", "pointed"), [("json", 1), ("text", 1), ("html", 1), ("empty", 0)])
def test_a_refusal_points_to_the_server_s_own_words(words, exchange, kind, pointed):
    explanation = explain_exchange(exchange(422), Reading(kind), words)
    assert len(explanation.tries) == len(words.statuses["422"]["try"]) + pointed


def test_without_a_reading_the_status_speaks_alone(words, exchange):
    explanation = explain_exchange(exchange(200), None, words)
    assert explanation.headline == "It worked."
    assert explanation.meaning
