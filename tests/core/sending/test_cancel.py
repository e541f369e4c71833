"""A token wakes what it holds."""

from __future__ import annotations

import pytest

from desktop.core.errors import Cancelled
from desktop.core.sending.cancel import CancelToken


def test_a_token_wakes_what_it_holds() -> None:
    woken: list[int] = []
    token = CancelToken()
    token.hold(lambda: woken.append(1))

    assert woken == []
    token.cancel()
    assert woken == [1]


def test_what_is_held_after_the_cancel_is_woken_at_once() -> None:
    woken: list[int] = []
    token = CancelToken()
    token.cancel()
    token.hold(lambda: woken.append(1))

    assert woken == [1]


def test_what_was_let_go_of_is_left_alone() -> None:
    woken: list[int] = []
    token = CancelToken()
    token.hold(lambda: woken.append(1))
    token.hold(None)
    token.cancel()

    assert woken == []


def test_a_check_raises_once_somebody_cancelled() -> None:
    token = CancelToken()
    token.check()
    token.cancel()

    assert token.cancelled
    with pytest.raises(Cancelled):
        token.check()
