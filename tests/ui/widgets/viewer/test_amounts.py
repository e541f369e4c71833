"""Times and sizes as people write them."""

import pytest

from desktop.ui.widgets.viewer.amounts import duration, size


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0.00 s"), (0.123, "0.12 s"), (9.99, "9.99 s"), (12.3, "12 s"), (125, "2 min 5 s")],
)
def test_duration(seconds, words):
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (24_123, "24 kB"),
        (1_234_567, "1.2 MB"),
        (3_000_000_000, "3.0 GB"),
        (5_000_000_000_000, "5000.0 GB"),
    ],
)
def test_size(count, words):
    assert size(count) == words
