"""A damaged library is renamed, and never anything overwritten."""

from datetime import datetime

from desktop.core.storage.damaged_file import keep_aside


def test_it_gets_the_date_and_takes_its_companions_along(tmp_path):
    path = tmp_path / "library.db"
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).write_text(f"content{ending}")
    before = datetime.now().astimezone().date()
    kept = keep_aside(path)
    after = datetime.now().astimezone().date()
    assert kept.name in {f"library-damaged-{day}.db" for day in (before, after)}
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {
        kept.name: "content",
        f"{kept.name}-wal": "content-wal",
        f"{kept.name}-shm": "content-shm",
    }


def test_each_one_has_a_name_of_its_own(tmp_path):
    path = tmp_path / "library.db"
    kept = []
    for number in range(12):
        path.write_text(str(number))
        kept.append(keep_aside(path))
    assert [file.read_text() for file in kept] == [str(number) for number in range(12)]


def test_another_program_was_faster(tmp_path):
    assert keep_aside(tmp_path / "library.db") is None
    assert list(tmp_path.iterdir()) == []
