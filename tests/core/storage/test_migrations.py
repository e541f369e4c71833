"""The schema: begun, kept, refused when it is newer; a step is done whole or not at all."""

import sqlite3
from contextlib import closing

import pytest

from desktop.core.errors import LibraryNewer
from desktop.core.storage import migrations
from desktop.core.storage.migrations import VERSION, migrate, schema_version


@pytest.fixture
def connection():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield connection


def tables(connection):
    return {
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }


def test_an_empty_file_gets_the_newest_schema(connection):
    assert schema_version(connection) == 0
    migrate(connection)
    assert schema_version(connection) == VERSION
    assert tables(connection) == {"open_requests", "settings", "secrets"}


def test_a_schema_that_is_up_to_date_is_left_alone(connection):
    migrate(connection)
    connection.execute("INSERT INTO settings VALUES ('a', '1')")
    migrate(connection)
    assert connection.execute("SELECT * FROM settings").fetchall() == [("a", "1")]


def test_a_newer_schema_is_refused(connection):
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    for act in (schema_version, migrate):
        with pytest.raises(LibraryNewer) as refused:
            act(connection)
        assert refused.value.facts() == {"version": VERSION + 1}


def test_a_step_that_fails_leaves_nothing_behind(connection, monkeypatch):
    def broken(connection):
        connection.execute("CREATE TABLE half (id)")
        connection.execute("CREATE TABLE half (id)")

    monkeypatch.setattr(migrations, "_STEPS", (*migrations._STEPS, broken))
    monkeypatch.setattr(migrations, "VERSION", VERSION + 1)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection)
    assert schema_version(connection) == 0
    assert tables(connection) == set()
