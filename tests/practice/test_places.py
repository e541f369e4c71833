"""Places in a line."""

from __future__ import annotations

import pytest

from desktop.practice.places import Places
from desktop.practice.problem import Problem


def test_who_finds_no_place_is_refused_at_once() -> None:
    places = Places(2)
    with places.one(), places.one():
        with pytest.raises(Problem, match="2 calls are in line") as refused, places.one():
            pass
        assert (refused.value.status, refused.value.headers) == (503, {"Retry-After": "5"})


def test_a_place_is_free_again_afterwards_even_after_a_failure() -> None:
    places = Places(1)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), places.one():
            raise ZeroDivisionError
