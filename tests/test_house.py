"""The house rules that a machine can check: sizes, docstrings, a test for each file, a tidy top."""

from __future__ import annotations

import ast
import statistics
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent
LARGEST_FILE, LARGEST_CLASS, LARGEST_FUNCTION = 400, 250, 40
MEDIAN_FUNCTION = 12
"""The norm is 5 to 9 lines; this is where the ratchet bites."""
TOO_LARGE: dict[str, str] = {}
"""Exceptions, `file` or `file:name`, with the reason. This list may only shrink."""
AT_THE_TOP = {"desktop", "resources", "tests", "pyproject.toml", "build.spec", "README.md"}
TESTED_ELSEWHERE = {
    "desktop/__main__.py": "one line; tests/journeys start the program by it",
    "desktop/app.py": "puts the program together; tests/journeys use the whole of it",
    "desktop/self_test.py": "tests/journeys/test_from_outside.py and tests/packaged run it",
    "desktop/core/errors.py": "tests/core/explain/test_failures.py explains every failure",
}
"""Files of desktop without a test file of their name, and where they are tested instead."""


class Piece(NamedTuple):
    """A function or a class: where it is, and how many lines it has."""

    place: str
    lines: int


def _sources(*folders: str) -> list[Path]:
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _pieces(files: list[Path], kinds: tuple[type[ast.AST], ...]) -> Iterator[Piece]:
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, kinds):
                yield Piece(f"{_name(file)}:{node.name}", node.end_lineno - node.lineno + 1)


def _too_large(pieces: list[Piece], largest: int) -> list[Piece]:
    return [one for one in pieces if one.lines > largest and one.place not in TOO_LARGE]


ALL = _sources("desktop", "tests")
OURS = _sources("desktop")


def test_no_file_is_too_long() -> None:
    files = [Piece(_name(one), len(one.read_text(encoding="utf-8").splitlines())) for one in ALL]
    assert _too_large(files, LARGEST_FILE) == []


def test_no_class_is_too_long() -> None:
    assert _too_large(list(_pieces(ALL, (ast.ClassDef,))), LARGEST_CLASS) == []


def test_no_function_is_too_long() -> None:
    functions = list(_pieces(ALL, (ast.FunctionDef, ast.AsyncFunctionDef)))
    assert _too_large(functions, LARGEST_FUNCTION) == []


def test_the_median_function_is_short(
    record_testsuite_property: Callable[[str, object], None],
) -> None:
    functions = [one.lines for one in _pieces(OURS, (ast.FunctionDef, ast.AsyncFunctionDef))]
    median = statistics.median(functions)
    record_testsuite_property("functions", f"{len(functions)} in {len(OURS)} files")
    record_testsuite_property("lines of a function, median", f"{median:g}")
    assert median <= MEDIAN_FUNCTION


def test_no_exception_has_become_unnecessary() -> None:
    known = {_name(one) for one in ALL}
    assert [one for one in TOO_LARGE if one.split(":")[0] not in known] == []


@pytest.mark.parametrize("file", [one for one in ALL if one.stat().st_size], ids=_name)
def test_every_file_says_what_it_is(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))


def test_every_source_file_has_its_test_file() -> None:
    tests = {_name(one) for one in _sources("tests")}
    untested = [_name(one) for one in OURS if one.stat().st_size and _test_of(one) not in tests]
    assert [one for one in untested if one not in TESTED_ELSEWHERE and _has_code(one)] == []


def test_no_file_is_excused_that_has_a_test() -> None:
    tests = {_name(one) for one in _sources("tests")}
    assert [one for one in TESTED_ELSEWHERE if _test_of(ROOT / one) in tests] == []


def _test_of(file: Path) -> str:
    """`tests/core/sending/test_transport.py` for `desktop/core/sending/transport.py`."""
    inside = file.relative_to(ROOT / "desktop")
    return (Path("tests") / inside.parent / f"test_{inside.name}").as_posix()


def _has_code(name: str) -> bool:
    """A file of plain data (frozen dataclasses, constants) has nothing to test."""
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and len(node.body) > 1 for node in ast.walk(tree))


def test_the_top_holds_only_what_belongs_there() -> None:
    known = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if known.returncode:
        pytest.skip("not a git repository")
    top = {line.split("/")[0] for line in known.stdout.splitlines()}
    assert {one for one in top if not one.startswith(".")} <= AT_THE_TOP
