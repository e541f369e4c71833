"""An address in words that a person reads, whatever was typed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.address import Address, Part, dissect, is_this_computer

VALUES = {"practice": "http://127.0.0.1:4628", "host": "example.com", "login": "ann:s3cret"}.get
HOW = Part("scheme", "https", "encrypted")


def seen(url):
    return [(part.kind, part.text, part.words) for part in dissect(url, VALUES).parts]


def test_the_goat():
    assert dissect("{{practice}}/goats/420/280?mood=happy", VALUES).parts == (
        Part("scheme", "http", "how"),
        Part("host", "127.0.0.1:4628", "which computer"),
        Part("path", "/goats/420/280", "which thing"),
        Part("params", "mood = happy", "details"),
    )


@pytest.mark.parametrize(
    ("url", "how", "words"),
    [
        ("https://a.example/", "https", "encrypted"),
        ("https:/a.example/", "https", "encrypted"),
        ("HTTP://a.example/", "http", "how"),
        ("a.example/x", "https", "encrypted, added by Bleat"),
        ("//a.example/x", "https", "encrypted, added by Bleat"),
        ("localhost:8000/x", "http", "how, added by Bleat"),
        ("127.0.0.1/x", "http", "how, added by Bleat"),
        ("me:pw@localhost", "http", "how, added by Bleat"),
        ("{{host}}/x", "https", "encrypted, added by Bleat"),
        ("ftp://a.example", "ftp", "not a way that Bleat knows"),
    ],
)
def test_says_how_and_what_was_added(url, how, words):
    assert seen(url)[0] == ("scheme", how, words)


def test_nothing_typed_has_no_parts():
    assert dissect("", None) == dissect("  \n", VALUES) == Address()


def test_a_variable_without_a_value_is_shown_by_its_name():
    assert seen("{{ base }}/x/{{id}}?q={{what}}") == [
        ("host", "{{base}}", "which computer, not filled in yet"),
        ("path", "/x/{{id}}", "which thing"),
        ("params", "q = {{what}}", "details"),
    ]
    assert dissect("{{practice}}/x", None).parts[0].text == "{{practice}}"


def test_a_login_is_hidden():
    for url in ("https://ann:s3cret@a.example/", "https://{{login}}@a.example", "a@b@a.example"):
        parts = dissect(url, VALUES).parts
        assert parts[1].text == "••••@a.example"
        assert not any("s3cret" in part.text for part in parts)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("a=1&b=2", "a = 1, b = 2"),
        ("flag&empty=&=x", "flag, empty = (empty), (no name) = x"),
        ("city=S%C3%A3o+Paulo", "city = São Paulo"),
        ("a=1&b=2&c=3&d=4&e=5&f=6", "a = 1, b = 2, c = 3, d = 4 and 2 more"),
        ("x=%0A%E2%80%AEy", "x = ��y"),
    ],
)
def test_details_are_read_as_meant(query, text):
    assert seen(f"https://a.example/?{query}#rest")[-1] == ("params", text, "details")


def test_marks_inside_of_a_variable_do_not_cut():
    assert seen("https://a.example/{{x?y/z#}}?q")[2:] == [
        ("path", "/{{x?y/z#}}", "which thing"),
        ("params", "q", "details"),
    ]


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("localhost", True),
        ("LOCALHOST:80", True),
        ("goat.localhost.", True),
        ("127.0.0.1:4628", True),
        ("127.9.9.9", True),
        ("0.0.0.0", True),
        ("[::1]:80", True),
        ("[::2]", False),
        ("notlocalhost", False),
        ("127.0.0.1.example", False),
        ("", False),
    ],
)
def test_knows_this_computer(host, here):
    assert is_this_computer(host) is here


@given(st.text(st.sampled_from("ab:/?#@[]{}%&=.\u202e\x00 ") | st.characters(), max_size=60))
def test_any_text_will_do(url):
    assert all(part.text and part.words for part in dissect(url, VALUES).parts)


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/" + "x" * 2_000_000,
        "a" * 2_000_000,
        "{{" * 1_000_000,
        "h?" + "a=1&" * 500_000,
        "{{huge}}" * 250_000,
    ],
)
def test_a_huge_text_is_cut(url):
    begun = time.perf_counter()
    parts = dissect(url, {"huge": "y" * 2_000_000}.get).parts
    assert time.perf_counter() - begun < 1
    assert parts[-1].text.endswith("…")
    assert sum(len(part.text) for part in parts) < 5000
