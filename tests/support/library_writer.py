"""A program that saves numbered requests for ever, and says so after each one."""

import sys
from itertools import count
from pathlib import Path

from desktop.core.model.request import Body, Request, Row
from desktop.core.storage.library import Library
from tests.support.secret_memory import SecretMemory


def numbered(number: int) -> Request:
    """A request whose every part tells its number; the sizes differ, so that pages move."""
    body = Body("text", f"{number} " * (number % 7 * 300 + 1))
    return Request(
        url=f"https://a.example/?n={number}", headers=(Row("N", str(number)),), body=body
    )


def main() -> None:
    library = Library(Path(sys.argv[1]), SecretMemory())
    for number in count(int(sys.argv[2])):
        library.save_request("one", numbered(number))
        library.save_setting("number", number)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
