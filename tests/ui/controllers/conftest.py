"""A window and its jobs, as the program builds them."""

from __future__ import annotations

import pytest

from desktop.ui.jobs.pool import Jobs
from desktop.ui.main_window import MainWindow
from tests.support.worn_theme import worn


@pytest.fixture
def theme(qapp):
    """The look of the program."""
    with worn(qapp) as theme:
        yield theme


@pytest.fixture
def open_window(qtbot):
    """Opens another window, as another start of the program does."""

    def open_window():
        window = MainWindow()
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return open_window


@pytest.fixture
def window(open_window):
    """The window."""
    return open_window()


@pytest.fixture
def jobs(qapp):
    """The jobs, which all end well."""
    errors = []
    jobs = Jobs(errors.append)
    yield jobs
    assert jobs.close(10)
    assert errors == []
