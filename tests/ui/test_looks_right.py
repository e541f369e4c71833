"""What a machine can say about the look: nothing cut, nothing unnamed, nothing out of reach."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)

from desktop.core.errors import NoAnswer, TimedOut
from desktop.core.model.query import rows_from_url
from desktop.core.model.request import Body, Request, Row
from desktop.ui.main_window import MainWindow
from tests.support.made_answers import answered, failed, sent
from tests.support.worn_theme import worn

SIZES = ((900, 600), (1600, 1000))
SCALES = (1.0, 1.5, 2.0)
URL = "https://api.example.com/goats/420/280?mood=happy&size=3"
REQUEST = Request(
    method="DELETE", url=URL, params=rows_from_url(URL, ()), headers=(Row("Accept", "*/*"),),
    body=Body("json", '{"goat": true}'),
)  # fmt: skip
ANSWERS = {
    "nothing": None,
    "json": answered(b'{"goats": [1, 2, 3]}', "application/json"),
    "refused": answered(b'{"error": "no token"}', "application/json", 401),
    "long status": answered(b"", "text/plain", 431),
    "empty": answered(b"", "text/plain", 204),
    "binary": answered(b"\x00\x01\xff" * 99, "application/zip"),
    "no answer": failed(NoAnswer("api.example.com"), sent("POST", b"{}")),
    "too slow": failed(TimedOut("api.example.com", "waiting", 60.0), sent()),
}
BANNER = "This computer has no keyring, so Bleat keeps your secrets only until you close it."


@pytest.fixture
def make(qtbot):
    """Makes the window in a size, with something to look at."""

    def make(size=SIZES[0]):
        window = MainWindow()
        qtbot.addWidget(window)
        window.editor.set_request(REQUEST)
        window.show_saved("Everything is saved")
        window.viewer.refresh()
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return make


def show(window, answer):
    if answer is None:
        window.viewer.show_nothing()
    else:
        window.viewer.show_answer(answer)
    # Layouts in layouts take a few turns to agree.
    for _ in range(3):
        QApplication.processEvents()


def tell(widget):
    named = widget.accessibleName() or widget.objectName()
    text = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {named!r} {text!r} is {widget.size().toTuple()}"


def cut(window):
    """Every visible label and button that is too small for its words."""
    for kind in (QLabel, QPushButton):
        for one in window.findChildren(kind):
            if one.isVisible() and is_cut(one):
                yield f"{tell(one)}, wants {one.sizeHint().toTuple()}"


def is_cut(widget):
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    return widget.width() < widget.sizeHint().width()


def place(widget, window):
    return QRect(widget.mapTo(window, QPoint()), widget.size())


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES, ids=["small", "large"])
def test_nothing_is_cut(qapp, make, size, scale, mode):
    with worn(qapp, mode, scale):
        window = make(size)
        found = {}
        for name, answer in ANSWERS.items():
            show(window, answer)
            found[name] = list(cut(window))
        window.banner.say(BANNER)
        show(window, None)
        found["banner"] = list(cut(window))
        assert window.size().toTuple() == size
    assert {name: cuts for name, cuts in found.items() if cuts} == {}


@pytest.mark.parametrize("scale", SCALES)
def test_nothing_is_cut_side_by_side(qapp, make, scale):
    with worn(qapp, scale=scale):
        window = make(SIZES[1])
        window.actions_table["beside"].trigger()
        found = {}
        for name, answer in ANSWERS.items():
            show(window, answer)
            found[name] = list(cut(window))
    assert {name: cuts for name, cuts in found.items() if cuts} == {}


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES, ids=["small", "large"])
def test_nothing_lies_on_something_else(qapp, make, size, scale):
    with worn(qapp, scale=scale):
        window = make(size)
        found = []
        for name, answer in ANSWERS.items():
            show(window, answer)
            parts = card_parts(window)
            found += [
                f"{name}: {tell(one)} on {tell(other)}"
                for at, one in enumerate(parts)
                for other in parts[at + 1 :]
                if place(one, window).intersects(place(other, window))
            ]
    assert found == []


def card_parts(window):
    """What stands on the card, and the tabs below it."""
    parts = [
        one
        for kind in (QLineEdit, QPlainTextEdit, QPushButton, QLabel, QTabBar)
        for one in window.viewer.findChildren(kind)
        if one.isVisible()
    ]
    tabs = [one for one in parts if isinstance(one, QTabBar)]
    ends = place(tabs[0], window).bottom() if tabs else window.height()
    return [one for one in parts if place(one, window).top() <= ends]


def focusable(window):
    """Every control that Tab should reach."""
    return {
        one
        for one in window.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
    }


def spoken_name(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def pages(window):
    """Shows one page after another, with an answer that has offers."""
    for answer in (ANSWERS["nothing"], ANSWERS["refused"], ANSWERS["no answer"]):
        show(window, answer)
        for bar in window.findChildren(QTabBar):
            for at in range(bar.count()):
                if bar.isVisible() and bar.isTabVisible(at):
                    bar.setCurrentIndex(at)
                    QApplication.processEvents()
                    yield bar.tabText(at)


def test_every_control_has_a_name(qapp, make):
    with worn(qapp):
        window = make()
        window.banner.say(BANNER)
        window.editor.set_running(running=True)
        nameless = {
            f"{page}: {tell(one)}"
            for page in pages(window)
            for one in focusable(window)
            if not spoken_name(one)
        }
    assert nameless == set()


def test_every_control_is_reached_by_tab(qtbot, qapp, make):
    with worn(qapp):
        window = make()
        window.banner.say(BANNER)
        window.editor.set_running(running=True)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        missed = {
            f"{page}: {tell(one)}"
            for page in pages(window)
            for one in focusable(window) - set(tabbed(window))
        }
    assert missed == set()


def tabbed(window):
    """What gets the focus, from the URL on, until it is the URL's turn again."""
    window.editor.focus_url()
    url = QApplication.focusWidget()
    reached = [url]
    for _ in range(100):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is url:
            return reached
        reached.append(QApplication.focusWidget())
    raise AssertionError(f"Tab does not lead on from {tell(reached[-1])}")


def test_tab_goes_from_the_url_to_send_and_from_top_to_bottom(qtbot, qapp, make):
    with worn(qapp):
        window = make()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        show(window, ANSWERS["refused"])
        names = list(dict.fromkeys(spoken_name(one) for one in tabbed(window)))
    order = ["URL", "Send", "Request", "Params", "Status", "Explanation", "Answer"]
    places = [names.index(name) for name in order if name in names]
    assert names[:2] == order[:2]
    assert places == sorted(places)
    assert len(places) >= 5
