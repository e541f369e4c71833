"""A page that is filled when somebody looks at it."""

from PySide6.QtWidgets import QLabel, QLineEdit, QTabWidget

from desktop.ui.widgets.later_page import LaterPage


def test_it_asks_for_its_contents_once_when_it_is_seen(qtbot):
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    page = LaterPage()
    tabs.addTab(QLabel("first"), "First")
    tabs.addTab(page, "Later")
    asked = []
    page.wanted.connect(lambda: asked.append(page.hold(QLineEdit())))
    tabs.show()
    assert not asked
    for index in (1, 0, 1):
        tabs.setCurrentIndex(index)
    assert len(asked) == 1


def test_what_it_holds_gets_the_focus(qtbot):
    page = LaterPage()
    qtbot.addWidget(page)
    field = QLineEdit()
    page.hold(field)
    page.show()
    assert page.focusProxy() is field
    assert field.isVisible()
