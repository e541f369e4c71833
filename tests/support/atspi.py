"""What a screen reader knows of a program: a small AT-SPI client over D-Bus."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from jeepney import DBusAddress, DBusErrorResponse, Properties, new_method_call
from jeepney.io.blocking import open_dbus_connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jeepney.io.blocking import DBusConnection

ATSPI = "org.a11y.atspi"
ROOT = "/org/a11y/atspi/accessible/root"
Found = TypeVar("Found")
LIMIT_SECONDS = 10.0
POLL_SECONDS = 0.05
REPLY_SECONDS = 5.0
DEEPEST = 40
"""Levels of a tree that are walked; a real window has about 15."""

STATES = {
    1: "active", 4: "checked", 7: "editable", 8: "enabled", 9: "expandable", 10: "expanded",
    11: "focusable", 12: "focused", 16: "modal", 17: "multi line", 22: "selectable",
    23: "selected", 24: "sensitive", 25: "showing", 30: "visible", 43: "read only",
}  # fmt: skip
"""Bits of AtspiStateType."""
SAME_ROLE = {
    "button": "push button", "statusbar": "status bar", "entry": "text", "password text": "text",
    "window": "frame", "graphic": "image",
}  # fmt: skip
"""Words that versions of Qt and of AT-SPI use for the same thing."""


class NotFound(AssertionError):
    """Nothing with this role and name appeared in time; the message lists what is there."""


class Accessibility(AbstractContextManager["Accessibility"]):
    """A connection to the accessibility bus of a session; `bus` is the session's address."""

    def __init__(self, bus: str) -> None:
        with open_dbus_connection(bus) as session:
            address = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            reply = session.send_and_get_reply(
                new_method_call(address, "GetAddress"), timeout=LIMIT_SECONDS
            )
        if not reply.body or not str(reply.body[0]).startswith("unix:"):
            raise RuntimeError(f"no accessibility bus: {reply.body}")
        self._connection = open_dbus_connection(reply.body[0])

    def __exit__(self, *_exception: object) -> None:
        self._connection.close()

    def application(self, name: str, limit: float = LIMIT_SECONDS) -> Control:
        """The running program with this name (upper or lower case); waits until it is there."""
        desktop = Control(self._connection, f"{ATSPI}.Registry", ROOT)
        return _wait(
            lambda: next((one for one in desktop.children() if _same(one.name, name)), None),
            limit,
            lambda: f"no program {name!r} among {[one.name for one in desktop.children()]}",
        )


@dataclass(frozen=True)
class Control:
    """One thing of a program: a window, a button, a text."""

    connection: DBusConnection
    owner: str
    path: str

    @property
    def name(self) -> str:
        """The accessible name."""
        return str(self._property("Accessible", "Name"))

    @property
    def description(self) -> str:
        """The accessible description."""
        return str(self._property("Accessible", "Description"))

    @property
    def role(self) -> str:
        """The role in AT-SPI's words, such as `push button`, `page tab`, `text` or `table`."""
        role = str(self._call("Accessible", "GetRoleName")[0]).lower()
        return SAME_ROLE.get(role, role)

    @property
    def states(self) -> set[str]:
        """The states that are on, by the words of STATES."""
        low, high = self._call("Accessible", "GetState")[0]
        bits = low | high << 32
        return {word for bit, word in STATES.items() if bits >> bit & 1}

    @property
    def text(self) -> str:
        """The whole text of a text field."""
        return str(self._call("Text", "GetText", "ii", (0, -1))[0])

    @property
    def value(self) -> float:
        """The value of a slider, a spin box or a progress bar."""
        return float(self._property("Value", "CurrentValue"))

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen, in pixels."""
        return tuple(self._call("Component", "GetExtents", "u", (0,))[0])

    def press(self) -> None:
        """Do its first action: press a button, choose a tab."""
        if not self._call("Action", "DoAction", "i", (0,))[0]:
            raise AssertionError(f"{self.role} {self.name!r} cannot be pressed")

    def focus(self) -> None:
        """Move the keyboard there."""
        self._call("Component", "GrabFocus")

    def write(self, text: str) -> None:
        """Put a text in place of what an editable text field holds."""
        if not self._call("EditableText", "SetTextContents", "s", (text,))[0]:
            raise AssertionError(f"{self.role} {self.name!r} takes no text")

    def children(self) -> list[Control]:
        """What it holds, in its own order; nothing when it has gone meanwhile."""
        try:
            pairs = self._call("Accessible", "GetChildren")[0]
        except DBusErrorResponse:
            return []
        return [Control(self.connection, owner, path) for owner, path in pairs]

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Control]]:
        """It and everything in it, with the depth of each."""
        yield depth, self
        if depth < DEEPEST:
            for child in self.children():
                yield from child.walk(depth + 1)

    def find(self, role: str, name: str, limit: float = LIMIT_SECONDS) -> Control:
        """The thing on the screen with this role and name; waits until it is there."""
        return _wait(
            lambda: self._first(role, name),
            limit,
            lambda: f"no {role} {name!r} in\n{self.outline()}",
        )

    def outline(self) -> str:
        """The tree in words, a line each, to read when a test fails."""
        lines = []
        for depth, one in self.walk():
            with suppress(DBusErrorResponse):
                lines.append(f"{'  ' * depth}{one.role} {one.name!r}")
        return "\n".join(lines)

    def wait_until(
        self, holds: Callable[[Control], bool], what: str, limit: float = LIMIT_SECONDS
    ) -> Control:
        """Wait until something is so of this control; `what` says it in words."""
        return _wait(
            lambda: self if holds(self) else None, limit, lambda: f"{self.name!r}: not {what}"
        )

    def _first(self, role: str, name: str) -> Control | None:
        for _, one in self.walk():
            with suppress(DBusErrorResponse):
                if one.name == name and one.role == role and "showing" in one.states:
                    return one
        return None

    def _call(self, interface: str, method: str, signature: str = "", body: tuple = ()) -> Any:
        address = DBusAddress(self.path, self.owner, f"{ATSPI}.{interface}")
        message = new_method_call(address, method, signature or None, body)
        return self._answer(message)

    def _property(self, interface: str, name: str) -> Any:
        address = DBusAddress(self.path, self.owner, f"{ATSPI}.{interface}")
        return self._answer(Properties(address).get(name))[0][1]

    def _answer(self, message: Any) -> Any:
        reply = self.connection.send_and_get_reply(message, timeout=REPLY_SECONDS)
        if reply.header.message_type.name == "error":
            raise DBusErrorResponse(reply)
        return reply.body


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _wait(look: Callable[[], Found | None], limit: float, complaint: Callable[[], str]) -> Found:
    end = time.monotonic() + limit
    while True:
        with suppress(DBusErrorResponse):
            found = look()
            if found is not None:
                return found
        if time.monotonic() > end:
            raise NotFound(complaint())
        time.sleep(POLL_SECONDS)
