"""What was wrong with an answer is said, and never hides its status."""

import pytest

from desktop.core.explain.exchange import explain_exchange
from desktop.core.explain.problems import problem_entries, question_about
from desktop.core.model.exchange import Problem, Response
from desktop.core.model.reading import Reading

PROBLEMS = (
    *("cut_short", "capped", "broken_encoding", "unread_encoding", "broken_headers"),
    "redirect_not_followed",
)
NOTES = (
    *("json_broken", "json_is_html", "picture_broken"),
    *("picture_too_big", "too_big_to_tidy", "encoding_guessed"),
)
REMARKS = ("too_big_to_tidy", "encoding_guessed")


def test_every_problem_and_note_has_words(words):
    assert set(words.problems["problems"]) == set(PROBLEMS)
    assert set(words.problems["notes"]) == set(NOTES)


@pytest.mark.parametrize("code", [code for code in PROBLEMS if code != "redirect_not_followed"])
def test_a_problem_leads_a_success(words, exchange, code):
    explanation = explain_exchange(exchange(200, problems=[code]), Reading("json"), words)
    assert explanation.headline == words.problems["problems"][code]["headline"]
    assert explanation.tone == "warning"
    assert explanation.why
    assert explanation.status == "200 OK"


@pytest.mark.parametrize("note", [note for note in NOTES if note not in REMARKS])
def test_a_note_leads_a_success(words, exchange, note):
    explanation = explain_exchange(exchange(200), Reading("json", notes=(note,)), words)
    assert explanation.headline == words.problems["notes"][note]["headline"]
    assert explanation.tone == "warning"


@pytest.mark.parametrize("note", REMARKS)
def test_a_remark_is_added_and_alarms_nobody(words, exchange, note):
    plain = explain_exchange(exchange(200), Reading("json"), words)
    explanation = explain_exchange(exchange(200), Reading("json", notes=(note,)), words)
    assert explanation.headline == plain.headline
    assert explanation.meaning == f"{plain.meaning} {words.problems['notes'][note]['meaning']}"
    assert explanation.tone == "success"


@pytest.mark.parametrize("code", PROBLEMS)
@pytest.mark.parametrize("status", [404, 500, 301])
def test_a_problem_is_added_to_any_other_status(words, exchange, status, code):
    explanation = explain_exchange(exchange(status, problems=[code]), None, words)
    assert explanation.headline == words.statuses[str(status)]["headline"]
    assert words.problems["problems"][code]["meaning"] in explanation.meaning
    assert explanation.tone == ("warning" if status == 301 else "failure")


def test_the_first_of_several_leads_and_none_is_lost(words, exchange):
    sent = exchange(200, problems=["cut_short"])
    reading = Reading("json", notes=("json_broken", "encoding_guessed"))
    explanation = explain_exchange(sent, reading, words)
    assert explanation.headline == words.problems["problems"]["cut_short"]["headline"]
    for note in reading.notes:
        assert words.problems["notes"][note]["meaning"] in explanation.meaning


def test_unknown_problems_and_notes_are_passed_over(words, exchange):
    explanation = explain_exchange(
        exchange(200, problems=["goat_escaped"]), Reading("json", notes=("goat_ate_it",)), words
    )
    assert explanation.tone == "success"


def test_facts_of_a_problem_are_made_visible(words, exchange):
    hostile = Problem("cut_short", (("address", "\u202e" + "x" * 500),))
    assert problem_entries(Response(200, "", "", (), problems=(hostile,)), None, words)


@pytest.mark.parametrize(
    ("code", "action"),
    [
        ("cut_short", "send_again"),
        ("capped", "edit_address"),
        ("broken_encoding", "send_again"),
        ("unread_encoding", "edit_headers"),
        ("redirect_not_followed", "edit_address"),
    ],
)
def test_a_problem_offers_what_may_help(words, exchange, code, action):
    explanation = explain_exchange(exchange(200, problems=[code]), None, words)
    assert action in [offer.action for offer in explanation.offers]


@pytest.mark.parametrize(
    "reason", ["cancelled", "timed_out", "disk_full", "compressed", "rules", "reset", "closed", ""]
)
def test_an_answer_may_be_cut_short_for_many_reasons(words, reason):
    problem = Problem("cut_short", (("received", "10"), ("expected", ""), ("reason", reason)))
    (entry,) = problem_entries(Response(200, "", "", (), problems=(problem,)), None, words)
    assert entry.headline
    assert entry.meaning
    assert entry.why
    assert "{" not in "".join(entry.why)


def test_a_shortfall_is_counted_where_both_numbers_are_known(words):
    problem = Problem("cut_short", (("received", "10"), ("expected", "400"), ("reason", "reset")))
    (entry,) = problem_entries(Response(200, "", "", (), problems=(problem,)), None, words)
    assert [why for why in entry.why if "10" in why and "400" in why]


REASONS = {
    "switched_off": "information",
    "bad_address": "warning",
    "two_addresses": "warning",
    "other_scheme": "warning",
    "body_elsewhere": "warning",
    "unencrypted": "warning",
    "private": "warning",
}


@pytest.mark.parametrize(("reason", "tone"), REASONS.items())
def test_why_a_redirect_was_not_followed(words, exchange, reason, tone):
    problem = Problem("redirect_not_followed", (("reason", reason), ("target", "//x")))
    sent = exchange(307, problems=[problem])
    explanation = explain_exchange(sent, None, words)
    table = words.problems["problems"]["redirect_not_followed"]["when"][reason]
    assert explanation.tone == tone
    assert table["meaning"] in explanation.meaning


@pytest.mark.parametrize("reason", ["body_elsewhere", "unencrypted", "private"])
def test_what_must_be_asked_has_its_question(words, reason):
    target = "http://billy:s3cret@b.example/goats?key=s3cret"
    problem = Problem("redirect_not_followed", (("reason", reason), ("target", target)))
    question = question_about(problem, words)
    assert "http://b.example/goats?…" in question
    assert "s3cret" not in question
    assert question.endswith("?")


def test_nothing_else_is_asked(words):
    assert question_about(Problem("capped"), words) == ""
    assert question_about(Problem("goat_escaped"), words) == ""
