"""Type a request, send it, see it explained: the main job, in the whole window."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.journey import Journey
    from tests.support.pictures import PictureBook


class Recorder:
    """A server that counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        recorder = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                recorder.asked.append(self.path)
                self.send_response(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"ok")

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    server = Recorder()
    yield server
    server.close()


def response_text(bleat: Journey) -> str:
    return bleat.window.viewer.answer().reading.text.text()


def echoed(bleat: Journey) -> dict[str, object]:
    return json.loads(response_text(bleat))


def test_one_press_brings_a_goat(bleat: Journey, pictures: PictureBook) -> None:
    assert bleat.url.text() == "{{practice}}/goats/420/280"
    pictures.save(bleat.window, "start")
    assert bleat.send("200 OK") == "200 OK"
    assert "picture" in bleat.explanation
    assert "A JPEG, 420" in bleat.explanation
    image = bleat.find(QWidget, "Response image")
    assert "420 x 280" in image.accessibleDescription()
    bleat.qtbot.waitUntil(lambda: image._image.width() >= 380)
    assert bleat.visible_tabs("Answer") == ["Preview", "Headers", "Sent"]
    pictures.save(bleat.window, "goat")


def test_the_goat_is_saved_as_a_jpeg(bleat: Journey, tmp_path: Path) -> None:
    bleat.send("200")
    bleat.press("Save response")
    dialog = bleat.dialog(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("/goat.jpeg")
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("goat.jpeg")
    dialog.accept()
    bleat.qtbot.waitUntil((tmp_path / "goat.jpeg").exists)
    assert (tmp_path / "goat.jpeg").read_bytes().startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "GREET"])
def test_every_method_goes_out_as_it_was_typed(bleat: Journey, method: str) -> None:
    bleat.type_url("{{practice}}/echo")
    bleat.choose_method(method)
    bleat.send("200")
    assert echoed(bleat)["method"] == method


def test_head_asks_for_no_content(bleat: Journey) -> None:
    bleat.choose_method("HEAD")
    bleat.send("200")
    assert not bleat.find(QPushButton, "Save response").isEnabled()


def test_address_and_rows_follow_each_other(bleat: Journey, pictures: PictureBook) -> None:
    bleat.type_url("{{practice}}/echo?a=1&b=%7E&a=2&c&d=")
    assert [row[1:3] for row in bleat.rows("Params")[:5]] == [
        ("a", "1"),
        ("b", "~"),
        ("a", "2"),
        ("c", ""),
        ("d", ""),
    ]
    table = bleat.find(QTableView, "Params")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 2))
    bleat.type_text("x&y")
    assert bleat.url.text() == "{{practice}}/echo?a=x%26y&b=%7E&a=2&c&d="
    pictures.save(bleat.window, "rows")
    bleat.send("200")
    assert echoed(bleat)["url"].endswith("/echo?a=x%26y&b=%7E&a=2&c&d=")


def test_a_row_is_switched_off_and_on(bleat: Journey) -> None:
    bleat.type_url("{{practice}}/echo?a=1&b=2")
    table = bleat.find(QTableView, "Params")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    bleat.qtbot.keyClick(table, Qt.Key.Key_Space)
    assert bleat.url.text() == "{{practice}}/echo?b=2"
    assert [row[1:3] for row in bleat.rows("Params")[:2]] == [("a", "1"), ("b", "2")]
    bleat.qtbot.keyClick(table, Qt.Key.Key_Space)
    assert bleat.url.text() == "{{practice}}/echo?a=1&b=2"


def test_headers_and_a_json_body_arrive(bleat: Journey, pictures: PictureBook) -> None:
    bleat.type_url("{{practice}}/echo")
    bleat.choose_method("POST")
    bleat.choose_tab("Request", "Headers")
    table = bleat.find(QTableView, "Headers")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 1))
    bleat.type_text("X-Request-Id")
    table.setCurrentIndex(table.model().index(0, 2))
    bleat.type_text("goat 7")
    bleat.choose_tab("Request", "Body")
    kinds = bleat.find(QComboBox, "Body type")
    kinds.setCurrentIndex(kinds.findText("JSON"))
    bleat.find(QPlainTextEdit, "Body text").insertPlainText('{"name": "Zoë"}')
    pictures.save(bleat.window, "body")
    bleat.send("200")
    answer = echoed(bleat)
    assert answer["body"] == '{"name": "Zoë"}'
    assert answer["content_type"] == "application/json"
    assert ["X-Request-Id", "goat 7"] in answer["headers"]
    bleat.choose_tab("Answer", "Sent")
    sent = {row[0]: row[1:] for row in bleat.rows("Sent headers")}
    assert sent["X-Request-Id"] == ("goat 7", "you")
    assert "Bleat" in sent["Content-Length"][1]
    pictures.save(bleat.window, "sent")
    bleat.choose_tab("Answer", "Headers")
    assert all(row[2] for row in bleat.rows("Response headers"))
    pictures.save(bleat.window, "headers")


def test_json_is_shown_tidy_and_copied_as_it_came(bleat: Journey, pictures: PictureBook) -> None:
    bleat.type_url("{{practice}}/echo?goat=Zo%C3%AB")
    bleat.send("200")
    reading = bleat.window.viewer.answer().reading
    assert len(reading.preview) > len(reading.text)
    pictures.save(bleat.window, "json")
    bleat.press("Copy response")
    bleat.qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == response_text(bleat))
    bleat.choose_tab("Answer", "Text")
    pictures.save(bleat.window, "text")


def test_enter_in_the_address_sends(bleat: Journey) -> None:
    bleat.type_url("{{practice}}/status/204")
    bleat.qtbot.keyClick(bleat.url, Qt.Key.Key_Return)
    bleat.wait_for_status("204")


def test_ctrl_return_sends_from_anywhere(bleat: Journey) -> None:
    bleat.choose_tab("Request", "Body")
    combo = bleat.find(QComboBox, "Body type")
    combo.setFocus()
    bleat.qtbot.keyClick(combo, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    bleat.wait_for_status("200")


def test_fifty_presses_send_once(bleat: Journey, recorder: Recorder) -> None:
    bleat.type_url(f"{recorder.origin}/once")
    for _ in range(50):
        bleat.press("Send")
    bleat.wait_for_status("200")
    assert recorder.asked == ["/once"]


def test_cancel_ends_the_wait_within_a_second(bleat: Journey, pictures: PictureBook) -> None:
    bleat.type_url("{{practice}}/delay/50")
    cancel = bleat.find(QPushButton, "Cancel")
    assert not cancel.isEnabled()
    bleat.press("Send")
    bleat.qtbot.waitUntil(lambda: bleat.status == "Waiting…", timeout=10_000)
    assert cancel.isEnabled()
    pictures.save(bleat.window, "waiting")
    begin = monotonic()
    bleat.qtbot.keyClick(bleat.url, Qt.Key.Key_Escape)
    bleat.wait_for_status("Cancelled")
    assert monotonic() - begin < 1
    assert not cancel.isEnabled()
    pictures.save(bleat.window, "cancelled")


@pytest.mark.parametrize(
    ("address", "about"),
    [
        ("", "address"),
        ("ftp://a.example/x", "ftp"),
        ("http://", "address"),
        ("{{nothing}}/x", "nothing"),
        ("http://no-such-name.invalid/x", "no-such-name.invalid"),
        ("http://127.0.0.1:9/x", "127.0.0.1"),
    ],
)
def test_a_failure_is_a_sentence(
    bleat: Journey, pictures: PictureBook, address: str, about: str
) -> None:
    bleat.url.selectAll()
    bleat.url.insert(address)
    bleat.press("Send")
    bleat.qtbot.waitUntil(lambda: bool(bleat.explanation) and not bleat.program.sending.is_running)
    assert about in bleat.explanation
    for word in ("Error", "Exception", "Traceback", "Errno", "urllib3"):
        assert word not in bleat.explanation + bleat.status
    pictures.save(bleat.window, "failure")


@pytest.mark.parametrize("code", [401, 404, 405, 429, 500])
def test_a_refusal_is_explained(bleat: Journey, pictures: PictureBook, code: int) -> None:
    bleat.type_url(f"{{{{practice}}}}/status/{code}")
    bleat.send(str(code))
    assert len(bleat.explanation.splitlines()) > 2
    pictures.save(bleat.window, "refused")
    bleat.window.resize(900, 600)
    pictures.save(bleat.window, "refused-small")


def test_an_offer_does_what_it_says(bleat: Journey) -> None:
    bleat.type_url("{{practice}}/status/404")
    bleat.send("404")
    bleat.press("Check the address")
    assert bleat.url.selectedText() == bleat.url.text()


def test_what_was_typed_is_there_after_a_restart(bleat: Journey, qapp, qtbot) -> None:
    from tests.support.journey import Journey

    bleat.type_url("https://a.example/typed?x=1")
    bleat.choose_method("PUT")
    bleat.window.close()
    again = Journey(qapp, qtbot)
    assert again.url.text() == "https://a.example/typed?x=1"
    assert again.method.currentText() == "PUT"
    again.close()


def test_an_address_on_the_command_line_is_shown(qapp, qtbot) -> None:
    from tests.support.journey import Journey

    journey = Journey(qapp, qtbot, ("https://a.example/given",))
    assert journey.url.text() == "https://a.example/given"
    assert isinstance(journey.url, QLineEdit)
    journey.close()
