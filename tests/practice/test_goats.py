"""Goats over HTTP: sizes, moods, and refusals in words."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

if TYPE_CHECKING:
    from tests.practice.conftest import Running


@pytest.mark.parametrize("size", [(420, 280), (1, 1), (1, 4000), (4000, 1), (37, 4), (1000, 100)])
def test_a_goat_is_a_jpeg_of_exactly_the_size(practice: Running, size: tuple[int, int]) -> None:
    answer = practice.get(f"/goats/{size[0]}/{size[1]}")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/jpeg")
    picture = Image.open(io.BytesIO(answer.body))
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", size)
    picture.load()


def test_the_largest_goat(practice: Running) -> None:
    picture = Image.open(io.BytesIO(practice.get("/goats/4000/4000").body))
    assert picture.size == (4000, 4000)


def test_the_same_question_gives_the_same_goat(practice: Running) -> None:
    assert practice.get("/goats/60/40").body == practice.get("/goats/60/40").body


def test_every_mood_is_another_goat(practice: Running) -> None:
    moods = ("", "?mood=happy", "?mood=sleepy", "?mood=curious")
    assert len({practice.get(f"/goats/120/80{mood}").body for mood in moods}) == 4


@pytest.mark.parametrize("side", ["0", "4001", "-5", "1.5", "abc", "9" * 5000, "٣", "%20", "1e3"])
def test_other_sizes_are_refused_in_words(practice: Running, side: str) -> None:
    target = f"/goats/{side if side.isascii() else '%D9%A3'}/200"
    answer = practice.get(target)
    assert (answer.status, answer.headers["Content-Type"]) == (400, "application/problem+json")
    assert answer.json == {
        "title": "Bad Request",
        "status": 400,
        "detail": "The width must be a whole number from 1 to 4000, as in /goats/420/280.",
        "smallest": 1,
        "largest": 4000,
    }


def test_the_refusal_names_the_side(practice: Running) -> None:
    assert practice.get("/goats/200/0").json["detail"].startswith("The height must be")


def test_an_unknown_mood_is_refused_with_the_known_ones(practice: Running) -> None:
    answer = practice.get("/goats/200/200?mood=grumpy")
    assert (answer.status, answer.headers["Content-Type"]) == (400, "application/problem+json")
    assert answer.json["detail"] == "No goat has this mood. The moods are: happy, sleepy, curious."
    assert answer.json["moods"] == ["happy", "sleepy", "curious"]


def test_a_goat_can_only_be_got(practice: Running) -> None:
    answer = practice.ask("POST", "/goats/20/20")
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_its_size_can_be_asked_without_it(practice: Running) -> None:
    answer = practice.ask("HEAD", "/goats/20/20")
    assert answer.body == b""
    assert int(answer.headers["Content-Length"]) == len(practice.get("/goats/20/20").body)
