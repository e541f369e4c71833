"""Saving the body of an answer."""

import mmap
import os
import tempfile
from datetime import UTC, datetime

import pytest

from desktop.core.model.answer import Answer
from desktop.core.model.exchange import Exchange, Hop, Response, Sent
from desktop.core.model.explanation import Explanation
from desktop.core.model.reading import Reading
from desktop.core.model.request import Request
from desktop.core.tasks.save_body import save_body, suggested_name


def answer(url, extension="jpeg", disposition=""):
    headers = (("Content-Disposition", disposition),) if disposition else ()
    sent = Sent("GET", url, "/", ())
    hop = Hop(sent, Response(200, "OK", "HTTP/1.1", headers, b"x"))
    return Answer(
        Request(),
        Explanation("success", "200 OK", "", ""),
        Exchange((hop,), datetime.now(UTC), 0.1),
        Reading("image", extension=extension),
        sent=sent,
    )


@pytest.mark.parametrize(
    ("url", "extension", "name"),
    [
        ("http://a.example/goats/420/280?mood=happy", "jpeg", "goats.jpeg"),
        ("http://a.example/users.php", "json", "users.json"),
        ("http://a.example/", "html", "answer.html"),
        ("http://a.example", "bin", "answer.bin"),
        ("http://a.example/S%C3%A3o%20Paulo", "json", "São Paulo.json"),
        ("http://a.example/..%2f..%2fetc%2fpasswd", "txt", "etcpasswd.txt"),
        ("http://a.example/.bashrc", "txt", "bashrc.txt"),
        ("http://a.example/con", "txt", "answer.txt"),
        ("http://a.example/a%00b%0ac%E2%80%AEd", "txt", "abcd.txt"),
        ("http://a.example/" + "x" * 500, "txt", "x" * 120 + ".txt"),
    ],
)
def test_the_address_names_the_file(url, extension, name):
    assert suggested_name(answer(url, extension)) == name


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('inline; filename="goat.jpeg"', "goat.jpeg"),
        ("attachment; filename=goat.exe", "goat.jpeg"),
        ("attachment; filename*=UTF-8''Ziege%20%C3%BC.jpeg", "Ziege ü.jpeg"),
        ('attachment; filename="../../.bashrc"', "bashrc.jpeg"),
        ('attachment; filename="C:\\\\x\\\\NUL"', "page.jpeg"),
        ("attachment", "page.jpeg"),
    ],
)
def test_the_server_may_name_the_file_but_not_its_folder(disposition, name):
    assert suggested_name(answer("http://a.example/page", disposition=disposition)) == name


def test_a_body_is_written_whole(tmp_path):
    body = os.urandom(3 * 1024 * 1024 + 5)
    save_body(body, tmp_path / "a.bin")
    assert (tmp_path / "a.bin").read_bytes() == body


def test_a_body_in_a_temporary_file_is_written_whole(tmp_path):
    with tempfile.TemporaryFile() as file:
        file.write(b"goat" * 1000)
        file.flush()
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as body:
            save_body(body, tmp_path / "a.bin")
    assert (tmp_path / "a.bin").read_bytes() == b"goat" * 1000


def test_a_file_that_cannot_be_written_leaves_the_old_one_and_nothing_else(tmp_path):
    target = tmp_path / "folder"
    target.mkdir()
    (target / "kept").write_text("kept")
    with pytest.raises(OSError, match="irectory"):
        save_body(b"new", target)
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_saved_file_is_like_any_other_file_of_the_person(tmp_path):
    save_body(b"new", tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("usual")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode
