"""Times and sizes as people write them."""

from __future__ import annotations

UNITS = ("B", "kB", "MB", "GB")
STEP = 1000


def duration(seconds: float) -> str:
    """`0.12 s` below ten seconds, `12 s` above, `2 min 5 s` from a minute on."""
    if seconds >= 60:
        return f"{int(seconds) // 60} min {int(seconds) % 60} s"
    return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.0f} s"


def size(count: int) -> str:
    """`128 B`, `24 kB`, `1.2 MB`: thousands, as the systems' file managers count."""
    amount, unit = float(count), 0
    while amount >= STEP and unit < len(UNITS) - 1:
        amount, unit = amount / STEP, unit + 1
    digits = 1 if unit > 1 or (unit == 1 and amount < 10) else 0
    return f"{amount:.{digits}f} {UNITS[unit]}"
