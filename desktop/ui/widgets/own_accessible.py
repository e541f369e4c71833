"""Lets widgets that paint themselves tell a screen reader what they are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface


@cache
def let_widgets_speak() -> None:
    """From now on, a widget with a method `make_accessible` is asked for its interface.

    Once in a program is enough; further calls do nothing.
    """
    QAccessible.installFactory(_interface_of)


def _interface_of(_class_name: str, one: QObject) -> QAccessibleInterface | None:
    make = getattr(one, "make_accessible", None)
    return make() if make else None
