"""The command line: open the window, or do one thing without it."""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

COMMANDS = ("send", "practice")
ANSWERED, FAILED, CANNOT_BE_MADE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for, and return the exit status of the program."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0] not in COMMANDS and not words[0].startswith("-")):
        return _open_window(words)
    return _run(_parser().parse_args(words))


def _run(options: argparse.Namespace) -> int:
    if options.self_test:
        return _self_test()
    if options.command == "send":
        return _send(options.request, as_json=options.json)
    if options.command == "practice":
        return _practice(options.port, until_stdin_closes=options.until_stdin_closes)
    return _open_window([])


def _parser() -> argparse.ArgumentParser:
    # A window opens without this import.
    import argparse  # noqa: PLC0415

    parser = argparse.ArgumentParser(
        prog="bleat",
        description="Bleat makes API calls and explains the answers. Without a command, "
        "or with addresses and request files, it opens its window.",
    )
    parser.add_argument("--self-test", action="store_true", help="check that this program works")
    parser.add_argument("--version", action="version", version=f"Bleat {_version()}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    send = commands.add_parser("send", help="send one request and print what comes back")
    send.add_argument("request", metavar="REQUEST", help="an address or a request file")
    send.add_argument("--json", action="store_true", help="print the whole exchange as JSON")
    practice = commands.add_parser("practice", help="run the practice API alone")
    practice.add_argument("--port", type=int, default=None, help="listen at this port")
    practice.add_argument("--until-stdin-closes", action="store_true", help=argparse.SUPPRESS)
    return parser


def _version() -> str:
    from desktop.core.product import version  # noqa: PLC0415

    return version()


def _open_window(named: Sequence[str]) -> int:
    from desktop.ui.display import trouble_with_display  # noqa: PLC0415

    trouble = trouble_with_display()
    if trouble:
        return _say(trouble, FAILED)
    # Nothing of what the start makes is garbage: looking for some would only take time.
    gc.disable()
    from desktop.app import open_window  # noqa: PLC0415

    return open_window(named)


def _self_test() -> int:
    from desktop.ui.display import trouble_with_display  # noqa: PLC0415

    trouble = trouble_with_display()
    if trouble:
        return _say(trouble, FAILED)
    from desktop.self_test import self_test  # noqa: PLC0415

    return self_test()


def _practice(port: int | None, *, until_stdin_closes: bool) -> int:
    from desktop.practice.server import run  # noqa: PLC0415

    return run(port, until_stdin_closes=until_stdin_closes)


def _send(named: str, *, as_json: bool) -> int:
    from desktop.headless import send_named  # noqa: PLC0415

    outcome = send_named(named, as_json=as_json)
    if outcome.text:
        _print(outcome.text)
    if outcome.trouble:
        return _say(outcome.trouble, outcome.status)
    return outcome.status


def _print(text: str) -> None:
    # An old code page has no letters for most answers, and JSON is UTF-8 (RFC 8259 section 8.1).
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        print(text, flush=True)
    except BrokenPipeError:
        # Who reads has seen enough. Python would write the rest when it ends, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(sentence: str, status: int) -> int:
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)
    return status
