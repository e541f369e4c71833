"""The upper half of the window: one request, gathered from all its fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.model.address import dissect
from desktop.core.model.query import rows_from_url, url_from_rows
from desktop.core.model.request import Body, Request, Row
from desktop.ui.theme import scaled
from desktop.ui.widgets.editor.address_strip import AddressStrip
from desktop.ui.widgets.editor.request_bar import RequestBar
from desktop.ui.widgets.editor.row_table import RowTable
from desktop.ui.widgets.later_page import LaterPage
from desktop.ui.widgets.underline_tabs import UnderlineTabs

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.widgets.editor.body_editor import BodyEditor


class RequestEditor(QWidget):
    """Holds the request as it stands; URL and parameter rows follow each other here."""

    request_changed = Signal(object)
    """The request is another one now, by the person's hand."""
    send_requested = Signal()
    """The person wants the request sent."""
    cancel_requested = Signal()
    """The person does not want to wait any longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._request = Request()
        self._values: Callable[[str], str | None] | None = None
        self._bar = RequestBar(self)
        self._address = AddressStrip(self)
        self._params = RowTable("Params", self)
        self._headers_page = LaterPage(self)
        self._body_page = LaterPage(self)
        self._headers: RowTable | None = None
        self._body: BodyEditor | None = None
        self._tabs = UnderlineTabs("Request", self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._tabs.add_page(self._params, "Params")
        self._tabs.add_page(self._headers_page, "Headers")
        self._tabs.add_page(self._body_page, "Body")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(4)
        column.addWidget(self._bar)
        column.addWidget(self._address)
        column.addWidget(self._tabs, 1)
        self.refresh_sizes()

    def _connect(self) -> None:
        self._bar.method_changed.connect(self._hear_method)
        self._bar.url_changed.connect(self._hear_url)
        self._bar.send_requested.connect(self.send_requested)
        self._bar.cancel_requested.connect(self.cancel_requested)
        self._params.rows_changed.connect(self._hear_params)
        self._headers_page.wanted.connect(self.prepare)
        self._body_page.wanted.connect(self.prepare)

    @Slot()
    def prepare(self) -> None:
        """Build what the other tabs show, while nobody waits for it."""
        if self._headers is not None:
            return
        self._headers = RowTable("Headers", self)
        self._headers.set_rows(self._request.headers)
        self._headers.rows_changed.connect(self._hear_headers)
        self._headers_page.hold(self._headers)
        from desktop.ui.widgets.editor.body_editor import BodyEditor  # noqa: PLC0415

        self._body = BodyEditor(self)
        self._body.set_body(self._request.body)
        self._body.body_changed.connect(self._hear_body)
        self._body_page.hold(self._body)

    @Slot()
    def refresh_sizes(self) -> None:
        """Follow the size of the program's text."""
        self._bar.refresh_sizes()
        if self._body is not None:
            self._body.refresh_sizes()
        # The strip begins where the URL begins.
        self._address.setContentsMargins(scaled(116) + 8, 0, 0, 0)

    @Slot(str)
    def _hear_method(self, method: str) -> None:
        self._change(replace(self._request, method=method))

    @Slot(str)
    def _hear_url(self, url: str) -> None:
        params = rows_from_url(url, self._request.params)
        self._params.set_rows(params)
        self._change(replace(self._request, url=url, params=params))

    @Slot(object)
    def _hear_params(self, rows: tuple[Row, ...]) -> None:
        url = url_from_rows(self._request.url, rows)
        self._bar.set_url(url)
        self._change(replace(self._request, url=url, params=rows))

    @Slot(object)
    def _hear_headers(self, rows: tuple[Row, ...]) -> None:
        self._change(replace(self._request, headers=rows))

    @Slot(object)
    def _hear_body(self, body: Body) -> None:
        self._change(replace(self._request, body=body))

    def _change(self, request: Request) -> None:
        if request == self._request:
            return
        self._request = request
        self._show_derived()
        self.request_changed.emit(request)

    def _show_derived(self) -> None:
        self._address.show_address(dissect(self._request.url, self._values))
        self._tabs.set_count(self._params, _enabled(self._request.params))
        self._tabs.set_count(self._headers_page, _enabled(self._request.headers))

    def set_values(self, values: Callable[[str], str | None]) -> None:
        """Give the look-up of variables, for what is shown under the URL."""
        self._values = values
        self._show_derived()

    def set_request(self, request: Request) -> None:
        """Show a request, without telling of a change."""
        self._request = request
        self._bar.set_method(request.method)
        self._bar.set_url(request.url)
        self._params.set_rows(request.params)
        if self._headers is not None:
            self._headers.set_rows(request.headers)
        if self._body is not None:
            self._body.set_body(request.body)
        self._show_derived()

    def request(self) -> Request:
        """The request as it stands."""
        return self._request

    def set_running(self, *, running: bool) -> None:
        """Show whether this request is under way."""
        self._bar.set_running(running=running)

    def take_focus(self) -> None:
        """Begin at the URL, with nothing selected that a key would replace."""
        self._bar.take_focus()

    @Slot()
    def focus_url(self) -> None:
        """Put the caret into the URL."""
        self._bar.focus_url()

    def focus_method(self) -> None:
        """Let the person choose another method."""
        self._bar.focus_method()

    def focus_headers(self) -> None:
        """Show the headers and go there."""
        self._tabs.setCurrentWidget(self._headers_page)
        self._headers_page.setFocus()

    def focus_body(self) -> None:
        """Show the body and go there."""
        self._tabs.setCurrentWidget(self._body_page)
        self.prepare()
        if self._body is not None:
            self._body.focus_text()


def _enabled(rows: tuple[Row, ...]) -> int:
    return sum(1 for row in rows if row.enabled and not row.is_empty)
