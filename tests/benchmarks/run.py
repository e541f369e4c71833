"""All benchmarks, or those that are named: run.py [NAME ...]. The exit status is 1 past a bar.

uv run --group dev python tests/benchmarks/run.py
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = ("startup", "memory", "void_calls", "stalls", "sends", "showing")


def main(names: list[str]) -> int:
    """Run the benchmarks of these names, or all."""
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(NAMES)}")
        return 2
    sys.path.insert(0, str(ROOT))
    passed = [_run(name) for name in names or NAMES]
    print("\nAll within their bars." if all(passed) else "\nSomething is past its bar.")
    return 0 if all(passed) else 1


def _run(name: str) -> bool:
    return importlib.import_module(f"tests.benchmarks.{name}").main()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
