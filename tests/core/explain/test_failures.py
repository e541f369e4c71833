"""Every failure and each of its variants has words."""

import pytest

from desktop.core import errors
from desktop.core.explain.failures import explain_failure

HOST = "api.exmaple.com"
VARIANTS = {
    errors.NotAnAddress: ["empty", "no_host", "bad_host", "bad_port", "other_scheme"],
    errors.BadHeader: ["name", "value"],
    errors.TimedOut: ["name", "connect", "tls", "sending", "waiting", "receiving"],
    errors.Untrusted: [
        *("expired", "not_yet_valid", "wrong_host", "self_signed", "unknown_issuer", "other"),
    ],
    errors.TlsBroken: ["plain_on_tls", "reset", "client_certificate", "version", "other"],
    errors.NotHttp: [
        *("ssh", "smtp", "ftp", "tls", "http2", "http09", "mysql", "redis", "unknown"),
    ],
    errors.BrokenAnswer: [
        *("headers", "too_many_headers", "header_too_long", "status", "length", "encoding"),
    ],
    errors.UnreadableFile: [
        *("not_found", "too_large", "not_text", "not_json", "no_requests", "body_kind"),
    ],
    errors.LibraryUnwritable: [
        *("disk_full", "read_only", "no_access", "folder", "busy", "disk_error"),
    ],
}
ANY = {
    "address": "ftp://x", "scheme": "ftp", "name": "city", "method": "G ET", "host": HOST,
    "port": 8443, "seconds": 15.0, "count": 10, "version": 7,
    "path": "/home/billy/library.db",
}  # fmt: skip
WITHOUT_OFFERS = (errors.StorageFailure, errors.UnreadableFile)
"""No button of the window mends a file."""


def classes(root=errors.Failure):
    for each in root.__subclasses__():
        if "code" in vars(each):
            yield each
        yield from classes(each)


def made(cls, variant=""):
    names = list(cls._fields)
    return cls(*(ANY.get(name, variant) for name in names))


EVERY = [made(cls, variant) for cls in classes() for variant in VARIANTS.get(cls, [""])]


def name_of(failure):
    return f"{failure.code}-{failure.facts().get('reason', failure.facts().get('phase', ''))}"


@pytest.mark.parametrize("failure", EVERY, ids=name_of)
def test_every_failure_is_explained_whole(words, failure):
    explanation = explain_failure(failure, words)
    general = words.failures["failure"]
    assert failure.code in words.failures
    assert explanation.headline not in {"", general["headline"]}
    assert explanation.meaning not in {"", general["meaning"]}
    assert 1 <= len(explanation.why) <= 3
    assert 1 <= len(explanation.tries) <= 3
    assert explanation.status
    assert explanation.offers or isinstance(failure, WITHOUT_OFFERS)
    assert failure.code in explanation.details
    assert explanation.details.count(": ") >= 2


def test_every_variant_says_something_of_its_own(words):
    for cls, variants in VARIANTS.items():
        said = [explain_failure(made(cls, variant), words) for variant in variants]
        assert len({(each.headline, each.meaning) for each in said}) == len(variants)


def test_there_are_no_words_for_failures_that_do_not_exist(words):
    known = {cls.code for cls in classes()} | {"failure"}
    assert set(words.failures) == known
    for cls in classes():
        extra = {"empty"} if cls in {errors.BadHeader, errors.BadMethod} else set()
        when = set(words.failures[cls.code].get("when", {}))
        assert when <= {*VARIANTS.get(cls, []), *extra}


@pytest.mark.parametrize(
    ("failure", "status", "tone", "offers"),
    [
        (errors.Cancelled(), "Cancelled", "information", {"send_again"}),
        (errors.NotAnAddress("", "empty"), "Not sent", "failure", {"edit_address"}),
        (errors.UnsetVariable("city"), "Not sent", "failure", {"edit_address"}),
        (errors.BadMethod("G ET"), "Not sent", "failure", {"edit_method"}),
        (errors.BadHeader("a b", "name"), "Not sent", "failure", {"edit_headers"}),
        (errors.UnknownHost(HOST), "No answer", "failure", {"edit_address", "send_again"}),
        (errors.NothingListening(HOST, 81), "No answer", "failure", {"edit_address", "send_again"}),
        (errors.TimedOut(HOST, "name", 5.0), "No answer", "failure", {"send_again"}),
        (errors.Untrusted(HOST, "expired"), "Not sent", "failure", {"send_again"}),
        (errors.Untrusted(HOST, "self_signed"), "Not sent", "failure", {"edit_address"}),
        (errors.TlsBroken(HOST, 80, "plain_on_tls"), "Not sent", "failure", {"edit_address"}),
        (errors.NotHttp(HOST, 22, "ssh"), "No web server", "failure", {"edit_address"}),
        (errors.NotHttp(HOST, 443, "tls"), "No answer", "failure", {"edit_address"}),
        (errors.NoAnswer(HOST), "No answer", "failure", {"edit_address", "send_again"}),
        (errors.BrokenAnswer(HOST, "length"), "Not readable", "failure", {"send_again"}),
        (
            errors.TooManyRedirects(HOST, 10),
            "No answer",
            "failure",
            {"edit_address", "edit_headers"},
        ),
        (errors.PracticeUnavailable(), "Not sent", "failure", {"send_again"}),
    ],
    ids=lambda value: getattr(value, "code", None),
)
def test_status_tone_and_offers(words, failure, status, tone, offers):
    explanation = explain_failure(failure, words)
    assert explanation.status == status
    assert explanation.tone == tone
    assert {offer.action for offer in explanation.offers} == offers


def test_a_probable_typo_is_shown_to_the_person(words):
    assert HOST in explain_failure(errors.UnknownHost(HOST), words).headline


def test_the_placeholder_is_written_as_the_person_wrote_it(words):
    assert "{{city}}" in explain_failure(errors.UnsetVariable("city"), words).headline


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (60.0, "60 seconds"),
        (15, "15 seconds"),
        (1.0, "1 second,"),
        (1.5, "1.5 seconds"),
        (0.2, "less than a second"),
        (0.97, "1 second,"),
        (59.96, "60 seconds"),
        (120.0, "120 seconds"),
    ],
)
def test_the_wait_is_spoken(words, seconds, text):
    failure = errors.TimedOut(HOST, "elsewhere", seconds)
    assert text in explain_failure(failure, words).meaning


@pytest.mark.parametrize(
    "failure", [errors.BadMethod(" "), errors.BadMethod(""), errors.BadHeader("", "name")]
)
def test_what_is_not_there_is_not_quoted(words, failure):
    assert "“" not in explain_failure(failure, words).headline


@pytest.mark.parametrize("failure", EVERY, ids=name_of)
def test_unknown_variants_and_missing_facts_still_give_words(words, failure):
    odd = {key: "goat" if isinstance(value, str) else value for key, value in vars(failure).items()}
    none = {key: "" if isinstance(value, str) else value for key, value in vars(failure).items()}
    for facts in (odd, none):
        explanation = explain_failure(type(failure)(**facts), words)
        assert explanation.headline
        assert explanation.meaning


def test_a_failure_that_nobody_foresaw_gets_the_general_words(words):
    class Eaten(errors.Failure):
        code = "eaten"

    explanation = explain_failure(Eaten(), words)
    assert explanation.headline == words.failures["failure"]["headline"]
    assert explanation.tone == "failure"


@pytest.mark.parametrize("host", ["a\r\nb", "\u202egro.elpmaxe", "{port}", "<b>x</b>", "x" * 999])
def test_hostile_facts_are_only_ever_text(words, host):
    explanation = explain_failure(errors.UnknownHost(host), words)
    assert explanation.headline.isprintable()
    assert len(explanation.headline) < 100
    assert len(explanation.details.splitlines()) == 2
