"""How far a send has come, in words."""

from typing import get_args

import pytest

from desktop.core.model.progress import Phase, Progress
from desktop.ui.controllers.progress_words import progress_facts, progress_words


@pytest.mark.parametrize("phase", get_args(Phase))
def test_every_phase_has_words(phase):
    status, sentence = progress_words(Progress(phase, "a.example"))
    assert status.endswith("…")
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert len(sentence.split()) <= 20


def test_before_the_first_news_it_gets_ready():
    assert progress_words(None) == progress_words(Progress("starting"))


def test_the_computer_is_named():
    assert "a.example" in progress_words(Progress("waiting", "a.example"))[1]


@pytest.mark.parametrize("host", ["{host}", "{0}", "{", "<b>", "%s"])
def test_a_hostile_name_is_shown_as_it_is(host):
    assert host in progress_words(Progress("connect", host))[1]


@pytest.mark.parametrize(
    ("progress", "milliseconds", "facts"),
    [
        (None, 0, "0.0 s"),
        (None, 340, "0.3 s"),
        (Progress("waiting"), 12_340, "12.3 s"),
        (Progress("waiting"), 125_000, "2 min 5 s"),
        (Progress("receiving", done=0, total=100), 500, "0.5 s"),
        (Progress("receiving", done=1_500), 500, "0.5 s  ·  1.5 kB"),
        (Progress("receiving", done=1_500, total=3_000_000), 500, "0.5 s  ·  1.5 kB of 3.0 MB"),
        (Progress("receiving", done=5_000_000_000), 500, "0.5 s  ·  5.0 GB"),
    ],
)
def test_time_and_bytes(progress, milliseconds, facts):
    assert progress_facts(progress, milliseconds) == facts
