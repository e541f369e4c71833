"""The technical truth, one fact a line."""

from desktop.core.explain.details import exchange_details, failure_details
from desktop.core.explain.entry import Entry
from desktop.core.explain.statuses import status_entry


def test_details_of_an_exchange(words, exchange):
    details = exchange_details(exchange(404, "Nope"), status_entry(404, words), words)
    lines = details.splitlines()
    assert lines[0] == "Request: GET https://api.example.com/goats"
    assert "HTTP/1.1" in details
    assert "Not Found" in details
    assert "RFC 9110 section 15.5.5" in details
    assert len(lines) == 4


def test_details_hold_no_secret_and_no_second_line(words, exchange):
    sent = exchange(200, method="A\nB", url="https://u:s3cret@a.example/?key=s3cret")
    details = exchange_details(sent, status_entry(200, words), words)
    assert "s3cret" not in details
    assert details.splitlines()[0].startswith("Request: A␊B")


def test_lines_without_facts_are_left_out(words, exchange):
    details = exchange_details(exchange(299), status_entry(299, words), words)
    assert "Usual name" not in details
    assert "Final address" not in details


def test_details_of_a_failure(words):
    entry = Entry(source="Background it is.")
    details = failure_details("timed_out", "waiting", entry, words)
    assert "timed_out" in details
    assert "waiting" in details
    assert "Background it is." in details
    assert len(failure_details("cancelled", "", entry, words).splitlines()) == 2
