"""The values of the variables that Bleat itself knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.core.tasks.practice_server import PracticeServer

PRACTICE: Final = "practice"


@dataclass(frozen=True, slots=True)
class BuiltInValues:
    """Looks a variable up; `{{practice}}` is where the practice API answers."""

    practice: PracticeServer

    def __call__(self, name: str) -> str | None:
        """The value for a send: starts the practice API when it is the one wanted."""
        return self.practice.origin() if name == PRACTICE else None

    def expected(self, name: str) -> str | None:
        """The value for the screen: starts nothing."""
        return self.practice.expected_origin if name == PRACTICE else None
