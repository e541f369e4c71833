"""The library: what is saved is found again, whole, and nothing secret is in it."""

import base64
import json
import sqlite3
import sys
import threading
from dataclasses import replace
from urllib.parse import quote

import pytest

from desktop.core.errors import LibraryNewer, LibraryUnwritable
from desktop.core.model.request import Body, Request, Row
from desktop.core.storage.library import Library
from desktop.core.storage.migrations import VERSION
from desktop.core.storage.secret_places import join
from tests.support.secret_memory import SecretMemory

CANARY = "c4nary/täil+0123456789"
PLAIN = Request(url="https://a.example/", headers=(Row("Accept", "text/plain"),))
SECRET = replace(PLAIN, headers=(Row("Authorization", f"Bearer {CANARY}"),))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "home" / "library.db"


@pytest.fixture
def secrets():
    return SecretMemory()


@pytest.fixture
def library(path, secrets):
    library = Library(path, secrets)
    yield library
    library.close()


def saved(path):
    library = Library(path, SecretMemory())
    try:
        return [(each.id, each.request) for each in library.open_requests()]
    finally:
        library.close()


def leaks(folder, secret=CANARY):
    raw = secret.encode()
    forms = [raw, quote(secret, safe="").encode(), json.dumps(secret)[1:-1].encode()]
    forms += [base64.b64encode(b"x" * n + raw)[4:-8] for n in range(3)]
    return [
        (file.name, form)
        for file in folder.rglob("*")
        if file.is_file()
        for form in forms
        if form in file.read_bytes()
    ]


def test_making_a_library_touches_nothing(path, secrets):
    Library(path, secrets)
    assert not path.parent.exists()


def test_what_is_saved_is_found_again_in_its_order(library, path):
    for name in ("b", "a", "c"):
        library.save_request(name, replace(PLAIN, name=name))
    library.save_request("a", replace(PLAIN, name="A", body=Body("json", "{}")))
    assert [each.request.name for each in library.open_requests()] == ["b", "A", "c"]
    assert saved(path)[1] == ("a", replace(PLAIN, name="A", body=Body("json", "{}")))


def test_settings_are_any_json(library):
    library.save_setting("window", {"geometry": "AdnQ==", "sizes": [200, 800]})
    library.save_setting("window", {"sizes": [300]})
    library.save_setting("on", False)
    assert library.settings() == {"window": {"sizes": [300]}, "on": False}


def test_a_secret_goes_to_its_holder_and_not_to_the_file(library, path, secrets):
    library.save_request("a", SECRET)
    (opened,) = library.open_requests()
    assert opened.request.headers == (Row("Authorization", ""),)
    found = {each: secrets.get(each) for each in opened.references.values()}
    assert list(found.values()) == [f"Bearer {CANARY}"]
    assert join(opened.request, opened.references, found) == SECRET
    assert leaks(path.parent) == []


def test_text_that_becomes_a_secret_later_is_wiped(library, path):
    large = Body("text", "x" * 20_000)
    for name in ("X", "X-T", "X-Toke"):
        library.save_request("a", replace(PLAIN, headers=(Row(name, CANARY),), body=large))
        assert leaks(path.parent) != []
    library.save_request("a", replace(PLAIN, headers=(Row("X-Token", CANARY),), body=large))
    assert leaks(path.parent) == []


def test_the_wipe_waits_for_another_reader(library, path):
    library.save_request("a", replace(PLAIN, headers=(Row("X", CANARY),)))
    with sqlite3.connect(path, isolation_level=None) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM open_requests").fetchall()
        library._connections._connection().execute("PRAGMA busy_timeout = 10")
        library.save_request("a", replace(PLAIN, headers=(Row("X-Token", CANARY),)))
        assert leaks(path.parent) != []
        reader.execute("ROLLBACK")
    reader.close()
    library.save_request("a", replace(PLAIN, headers=(Row("X-Token", CANARY),), name="next"))
    assert leaks(path.parent) == []


def test_an_unread_secret_outlives_edits_elsewhere(library, path):
    library.save_request("a", SECRET)
    library.close()
    later = Library(path, SecretMemory())
    (opened,) = later.open_requests()
    later.save_request("a", replace(opened.request, method="PUT"))
    (again,) = later.open_requests()
    later.close()
    assert again.request.method == "PUT"
    assert again.references == opened.references


def test_a_name_that_is_retyped_finds_its_unread_secret(library, path):
    library.save_request("a", SECRET)
    library.close()
    later = Library(path, SecretMemory())
    (opened,) = later.open_requests()
    later.save_request("a", replace(opened.request, headers=(Row("Authorizatio", ""),)))
    assert later.open_requests()[0].references == {}
    later.save_request("a", opened.request)
    assert later.open_requests()[0].references == opened.references
    assert later.unused_secrets() == ()
    later.close()


def test_secrets_without_a_request_are_listed_until_forgotten(library):
    library.save_request("a", SECRET)
    (secret_id,) = library.open_requests()[0].references.values()
    assert library.unused_secrets() == ()
    library.save_request("a", PLAIN)
    assert library.unused_secrets() == (secret_id,)
    library.forget_secrets([secret_id])
    assert library.unused_secrets() == ()


def test_a_secret_in_use_is_not_forgotten(library):
    library.save_request("a", SECRET)
    (secret_id,) = library.open_requests()[0].references.values()
    library.forget_secrets([secret_id])
    library.save_request("a", PLAIN)
    assert library.unused_secrets() == (secret_id,)


def test_typing_a_secret_makes_one_name(library, secrets):
    for end in range(1, 12):
        library.save_request("a", replace(PLAIN, headers=(Row("X-Token", CANARY[:end]),)))
    assert secrets.all() == (CANARY[:11],)


def test_a_newer_library_is_refused_and_left_alone(path, secrets):
    path.parent.mkdir()
    with sqlite3.connect(path) as newer:
        newer.execute("CREATE TABLE marvels (id)")
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = path.read_bytes()
    library = Library(path, secrets)
    for use in (library.open_requests, lambda: library.save_request("a", PLAIN)):
        with pytest.raises(LibraryNewer) as refused:
            use()
        assert refused.value.version == 99
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["library.db"]


@pytest.mark.parametrize("size", [1, 15, 100, 4095, 9000])
def test_a_damaged_library_is_kept_aside(path, secrets, size):
    path.parent.mkdir()
    path.write_bytes(b"\xff" * size)
    library = Library.open(path, secrets)
    library.save_request("a", PLAIN)
    assert library.kept_aside.read_bytes() == b"\xff" * size
    assert library.kept_aside.name.startswith("library-damaged-2")
    library.close()
    assert saved(path) == [("a", PLAIN)]


def test_zeroes_are_damage(path, secrets):
    path.parent.mkdir()
    path.write_bytes(bytes(8192))
    assert Library.open(path, secrets).kept_aside.read_bytes() == bytes(8192)


def test_every_damaged_file_is_kept(path, secrets):
    path.parent.mkdir()
    names = set()
    for number in range(3):
        path.write_bytes(b"damage %d" % number)
        library = Library.open(path, secrets)
        library.close()
        names.add(library.kept_aside)
    assert sorted(name.read_bytes() for name in names) == [b"damage 0", b"damage 1", b"damage 2"]


@pytest.mark.parametrize("cut", [100, 2048, 4096, 5000, -1])
def test_a_library_that_was_cut_short(path, secrets, cut):
    library = Library(path, secrets)
    for number in range(30):
        library.save_request(str(number), replace(PLAIN, body=Body("text", "x" * 900)))
    library.close()
    data = path.read_bytes()
    path.write_bytes(data[:cut])
    opened = Library.open(path, secrets)
    assert opened.kept_aside.read_bytes() == data[:cut]
    assert opened.open_requests() == ()
    opened.close()


def test_damage_in_the_middle_never_raises_anything_else(path, secrets):
    library = Library(path, secrets)
    for number in range(30):
        library.save_request(str(number), replace(PLAIN, body=Body("text", "x" * 900)))
    library.close()
    data = path.read_bytes()
    for start in range(0, len(data), 1024):
        path.write_bytes(data[:start] + b"\xa5" * 64 + data[start + 64 :])
        opened = Library(path, secrets)
        opened.open_requests()
        opened.settings()
        opened.save_request("new", PLAIN)
        opened.close()


def test_a_library_damaged_while_open_begins_anew(library, path):
    library.save_request("a", PLAIN)
    library.close()
    library.open_requests()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA writable_schema = ON")
        other.execute("UPDATE sqlite_master SET rootpage = 9999")
    other.close()
    library._connections._drop()
    library.save_request("b", PLAIN)
    assert library.kept_aside is not None
    assert [each.id for each in library.open_requests()] == ["b"]


def test_missing_tables_are_damage(path, secrets):
    path.parent.mkdir()
    with sqlite3.connect(path) as other:
        other.execute(f"PRAGMA user_version = {VERSION}")
    other.close()
    assert Library.open(path, secrets).kept_aside is not None


def test_a_row_that_is_no_document_is_left_where_it_is(library):
    library.save_request("a", PLAIN)
    library.save_request("b", PLAIN)
    with library._connections.writing() as connection:
        connection.execute("UPDATE open_requests SET document = X'FF00' WHERE id = 'a'")
        connection.execute("INSERT INTO settings VALUES ('bad', '{')")
    assert [each.id for each in library.open_requests()] == ["b"]
    assert library.settings() == {}


def test_a_folder_in_its_place(path, secrets):
    path.mkdir(parents=True)
    with pytest.raises(LibraryUnwritable) as failed:
        Library.open(path, secrets)
    assert failed.value.reason == "folder"
    path.rmdir()
    Library.open(path, secrets).close()


def test_a_file_in_place_of_its_folder(path, secrets):
    path.parent.write_text("not a folder")
    with pytest.raises(LibraryUnwritable):
        Library.open(path, secrets)


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights on Windows")
def test_a_symbolic_link_stays_one(tmp_path, secrets):
    (tmp_path / "real").mkdir()
    link = tmp_path / "library.db"
    link.symlink_to(tmp_path / "real" / "library.db")
    library = Library(link, secrets)
    library.save_request("a", PLAIN)
    assert link.is_symlink()
    assert (tmp_path / "real" / "library.db-wal").exists()
    library.close()


def test_two_programs_lose_no_edit(path, secrets):
    first, second = Library(path, secrets), Library(path, SecretMemory())

    def edit(library, name):
        for number in range(25):
            library.save_request(f"{name}{number}", PLAIN)

    threads = [threading.Thread(target=edit, args=pair) for pair in ((first, "a"), (second, "b"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first.close()
    second.close()
    assert len(saved(path)) == 50


def test_it_opens_again_after_it_was_closed(library, path):
    library.save_request("a", PLAIN)
    library.close()
    assert not path.with_name("library.db-wal").exists()
    library.save_request("b", PLAIN)
    assert len(library.open_requests()) == 2
