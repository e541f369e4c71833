"""The files are read late, once, and fast."""

import time
import tomllib

import pytest

from desktop.core.explain.words import Words


def test_nothing_is_read_before_it_is_needed(tmp_path):
    Words(tmp_path)
    with pytest.raises(FileNotFoundError):
        _ = Words(tmp_path).statuses


def test_only_what_is_needed_is_read(tmp_path):
    (tmp_path / "statuses.toml").write_text('[200]\nheadline = "It worked."\n')
    assert Words(tmp_path).statuses["200"]["headline"] == "It worked."


def test_what_was_read_is_kept_by_the_instance_alone(tmp_path):
    file = tmp_path / "statuses.toml"
    file.write_text("[200]\n")
    first = Words(tmp_path)
    assert first.statuses is first.statuses
    file.write_text("[404]\n")
    assert "200" in first.statuses
    assert "404" in Words(tmp_path).statuses


def test_a_damaged_file_is_reported(tmp_path):
    (tmp_path / "kinds.toml").write_text("not = toml = at all")
    with pytest.raises(tomllib.TOMLDecodeError):
        _ = Words(tmp_path).kinds


def test_header_names_are_small_letters(words):
    for names in (words.headers, words.header_families):
        assert all(name == name.lower() for name in names)


def test_no_header_stands_twice(folder):
    with (folder / "headers.toml").open("rb") as file:
        tables = tomllib.load(file)
    for table in tables.values():
        assert len({name.lower() for name in table}) == len(table)


def test_all_words_are_read_in_a_moment(folder):
    began = time.perf_counter()
    fresh = Words(folder)
    _ = fresh.statuses, fresh.headers, fresh.failures, fresh.problems, fresh.kinds, fresh.labels
    assert time.perf_counter() - began < 0.5
