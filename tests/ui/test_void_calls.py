"""The installed PySide6 keeps its references: a long-lived window does not abort."""

from __future__ import annotations

from tests.benchmarks.void_calls import ENOUGH_LOST, void_calls


def test_a_program_is_alive_after_20_000_void_calls_and_20_000_emits() -> None:
    status, none_lost, true_lost = void_calls()
    assert status == 0
    assert none_lost < ENOUGH_LOST
    assert true_lost < ENOUGH_LOST
