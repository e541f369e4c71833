"""Reads well, as far as a machine can say, over every sentence of resources/en."""

import re
import tomllib
from pathlib import Path

import pytest

from desktop.core.explain.entry import fill

FOLDER = Path(__file__).parents[3] / "resources" / "en"
FILES = ("statuses", "failures", "problems", "kinds", "redirects", "headers")
SENTENCES = {"headline", "meaning", "why", "try", "question"}
NO_SENTENCES = {"reason", "source", "status", "tone", "offers", "labels", "content"}
KNOWN = """
    address after before code count encoding expected file format height host http method name names
    port received scheme seconds target variable version width path
"""
FACTS = dict.fromkeys(KNOWN.split(), "fact")

BANNED = """
    payload endpoint endpoints parse parsed parsing parser instantiate invalid malformed illegal
    fatal abort aborted client clients client-side server-side exception exceptions traceback stack
    stacktrace null boolean string integer array object deprecated deprecation serialize deserialize
    upstream downstream origin gateway handshake tcp tls ssl dns ip uri url urls latency middleware
    backend frontend idempotent resource resources authenticate authenticated authentication
    authorize credentials credential syntax semantic semantics entity protocol protocols socket
    throttle throttled throttling localhost firewall proxy redirect redirects redirected charset
    mime hash schema regex cors csrf cdn vpn websocket timeout timed-out execute executed config
    configuration configured implementation implement implemented runtime daemon cache cached
    caching query encode encoded encoding decode decoded octet ascii utf utf-8 compression
"""
"""Words that nobody needs to know; they may stand in brackets, after the plain word."""
EXPLAINED = {
    "certificate": ("identity card",),
    "certificates": ("identity card",),
    "token": ("long password",),
    "tokens": ("long password",),
    "port": ("door",),
    "cookie": ("note",),
    "cookies": ("note",),
    "HTTP": ("language of the web",),
    "JSON": ("data", "common form"),
    "XML": ("angle brackets",),
}
"""Words that may stand where their explanation stands beside them."""
BLAMING = (
    *("you did", "you forgot", "you failed", "you must", "you should", "your fault"),
    *("your mistake", "your error", "user error", "wrongly", "incorrectly", "bad request"),
)
UNTIDY = re.compile(r" [.,:;?]|[.,]{2}|[\"*_`#]")
SPELLED_TWO_WAYS = re.compile(
    r"\b(colou?r|cent(re|er)|behaviou?r|licen[cs]e|catalog(ue)?|favou?rite|grey|gray"
    r"|\w+i[sz]ation|recogni[sz]e|organi[sz]e|cancell?ing)\w*\b|\bprogrammes?\b",
    re.IGNORECASE,
)


def tables():
    """(where, texts by key) of each thing that is explained, variants whole."""
    for file in FILES:
        with (FOLDER / f"{file}.toml").open("rb") as opened:
            yield from walked(file, tomllib.load(opened))


def walked(where, table, inherited=None):
    own = {key: value for key, value in table.items() if not isinstance(value, dict)}
    own = (inherited or {}) | own
    if where.endswith("/when"):
        own = dict(inherited or {})
    elif SENTENCES & own.keys():
        yield where, {key: value for key, value in own.items() if key not in NO_SENTENCES}
    elif own and where not in {"kinds/formats", "kinds/files"}:
        for key, value in own.items():
            yield f"{where}/{key}", {"sentence": value}
    for key, value in table.items():
        if isinstance(value, dict) and key not in NO_SENTENCES:
            passed = (inherited or own) if key == "when" or where.endswith("/when") else None
            yield from walked(f"{where}/{key}", value, passed)


def each_text(texts):
    for key, value in texts.items():
        for text in [value] if isinstance(value, str) else value:
            yield key, text


EVERYTHING = dict(tables())
by_file = pytest.mark.parametrize("file", FILES)


def texts_of(file):
    """(where, key, text) of each text in a file."""
    for where, texts in EVERYTHING.items():
        if where.partition("/")[0] == file:
            for key, text in each_text(texts):
                yield f"{where}/{key}", key, text


def sentences_of(text):
    return [each for each in re.split(r"(?<=[.!?])\s+", text) if each]


def words_of(text):
    return [word for word in text.split() if any(sign.isalnum() for sign in word)]


def outside_brackets(text):
    return re.sub(r"\([^)]*\)", "", text)


def test_the_whole_of_the_words_was_found():
    assert {where.partition("/")[0] for where in EVERYTHING} == set(FILES)
    assert sum(len(list(texts_of(file))) for file in FILES) > 1000
    assert "failures/timed_out/when/waiting" in EVERYTHING
    assert "why" in EVERYTHING["failures/not_http/when/ssh"]


@by_file
def test_texts_are_short_and_well_formed(file):
    for where, key, text in texts_of(file):
        for sentence in sentences_of(text):
            assert len(words_of(sentence)) <= 20, (where, sentence)
            assert sentence[0].isupper() or sentence[0] in "{“", (where, sentence)
        assert key != "headline" or len(words_of(text)) <= 10, (where, text)
        assert key != "meaning" or len(sentences_of(text)) <= 3, (where, text)
        assert text.endswith((".", "?", ".”")), (where, text)
        assert text == " ".join(text.split()), (where, text)
        assert not UNTIDY.search(text.replace("*/*", "x")), (where, text)
        assert not SPELLED_TWO_WAYS.search(text.replace("Authorization", "")), (where, text)


@by_file
def test_texts_are_plain_and_kind(file):
    for where, _, text in texts_of(file):
        plain = {word.strip(".,:;?!“”").lower() for word in outside_brackets(text).split()}
        assert not plain & set(BANNED.split()), (where, text)
        assert not [blame for blame in BLAMING if blame in text.lower()], (where, text)


@by_file
def test_no_place_stays_unfilled(file):
    for where, _, text in texts_of(file):
        whole = fill(text, FACTS)
        assert whole, (where, text)
        assert not re.search(r"[{}]", whole.replace("{{practice}}", "")), (where, whole)


@by_file
def test_a_hard_word_is_explained_beside_it(file):
    for where, texts in EVERYTHING.items():
        if where.partition("/")[0] == file:
            whole = " ".join(text for _, text in each_text(texts))
            for word, explanations in EXPLAINED.items():
                if re.search(rf"\b{word}\b(?![/-])", outside_brackets(whole)):
                    assert any(each in whole for each in explanations), (where, word)


def test_headlines_stay_short_with_what_came():
    worked = EVERYTHING["statuses/200"]["headline"]
    for where, texts in EVERYTHING.items():
        if where.startswith("kinds/") and "headline" in texts:
            assert len(words_of(f"{worked} {texts['headline']}")) <= 10


def test_labels_are_short_and_imperative():
    with (FOLDER / "labels.toml").open("rb") as file:
        labels = set(tomllib.load(file)["offers"].values())
    for name in ("statuses", "failures", "problems", "kinds"):
        with (FOLDER / f"{name}.toml").open("rb") as file:
            labels |= set(all_labels(tomllib.load(file)))
    for label in labels:
        assert 1 <= len(label.split()) <= 5
        assert label.split()[0] in {"Send", "Check", "Change", "Shorten", "Add", "Type", "Choose"}


def all_labels(table):
    for key, value in table.items():
        if key == "labels":
            yield from value.values()
        elif isinstance(value, dict):
            yield from all_labels(value)


def test_offers_and_tones_are_those_of_the_contract():
    for name in ("statuses", "failures", "problems", "kinds"):
        with (FOLDER / f"{name}.toml").open("rb") as file:
            check_contract(tomllib.load(file))


def check_contract(table):
    actions = {"send_again", "edit_address", "edit_method", "edit_headers", "edit_body"}
    for key, value in table.items():
        if key == "offers":
            assert set(value) <= actions
        elif key == "tone":
            assert value in {"success", "information", "warning", "failure"}
        elif isinstance(value, dict):
            check_contract(value)
