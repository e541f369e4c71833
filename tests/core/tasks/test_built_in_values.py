"""The variables that Bleat itself knows."""

import sys

import pytest

from desktop.core.errors import PracticeUnavailable
from desktop.core.tasks.built_in_values import PRACTICE, BuiltInValues
from desktop.core.tasks.practice_server import PracticeServer

LISTENING = "print('http://127.0.0.1:4629', flush=True); import sys; sys.stdin.read()"


@pytest.fixture
def values():
    """The values over a practice API that only says where it would be."""
    practice = PracticeServer((sys.executable, "-c", LISTENING))
    yield BuiltInValues(practice)
    practice.stop()


@pytest.fixture
def unstartable():
    return BuiltInValues(PracticeServer(("/there/is/no/such/program",)))


def test_practice_is_where_the_practice_api_answers(values):
    assert values(PRACTICE) == "http://127.0.0.1:4629"


@pytest.mark.parametrize("name", ["", "token", "Practice", "practice ", "__class__"])
def test_nothing_else_is_known_and_nothing_is_started_for_it(unstartable, name):
    assert unstartable(name) is None
    assert unstartable.expected(name) is None


def test_the_screen_gets_the_likely_place_without_a_start(unstartable):
    assert unstartable.expected(PRACTICE) == "http://127.0.0.1:4628"
    with pytest.raises(PracticeUnavailable):
        unstartable(PRACTICE)


def test_after_the_start_the_screen_shows_the_real_place(values):
    values(PRACTICE)
    assert values.expected(PRACTICE) == "http://127.0.0.1:4629"
