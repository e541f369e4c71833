"""The body of an answer becomes a file, or a sentence says why it did not."""

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop.core.errors import NoAnswer
from desktop.ui.controllers.answer_file import AnswerFile
from tests.support.made_answers import answered, failed, sent

BODY = b'{"goat": "Zo\xc3\xab"}\n'


class Saving:
    """The window after an answer, and its dialog for files as a person uses it."""

    def __init__(self, window, jobs, qtbot):
        self.window, self.qtbot = window, qtbot
        AnswerFile(window, jobs)
        self.show(answered(BODY, "application/json"))

    def show(self, answer):
        self.window.viewer.show_answer(answer)

    def ask(self):
        self.window.actions_table["save_answer"].trigger()
        return self.dialogs()[-1]

    def dialogs(self):
        return self.window.findChildren(QFileDialog)

    def save(self, folder, name):
        dialog = self.ask()
        dialog.setDirectory(str(folder))
        dialog.selectFile(name)
        with self.qtbot.waitSignal(dialog.destroyed):
            dialog.accept()
        return self.notice()

    def notice(self):
        bar = self.window.statusBar()
        self.qtbot.waitUntil(lambda: bool(bar.currentMessage()))
        words = bar.currentMessage()
        bar.clearMessage()
        return words


@pytest.fixture
def saving(window, jobs, qtbot):
    return Saving(window, jobs, qtbot)


def test_a_name_that_fits_is_suggested(saving):
    (name,) = saving.ask().selectedFiles()
    assert name.endswith("/goats.json")


def test_the_file_has_the_chosen_name_and_the_bytes_as_received(saving, tmp_path):
    words = saving.save(tmp_path, "my goats.json")
    assert words == "The answer is saved as my goats.json."
    assert [one.name for one in tmp_path.iterdir()] == ["my goats.json"]
    assert (tmp_path / "my goats.json").read_bytes() == BODY


def test_the_next_time_begins_in_the_same_folder(saving, tmp_path):
    saving.save(tmp_path, "a.json")
    (name,) = saving.ask().selectedFiles()
    assert name == str(tmp_path / "goats.json")


def test_what_was_shown_when_the_person_asked_is_saved(saving, tmp_path):
    dialog = saving.ask()
    saving.show(answered(b"newer"))
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("a.json")
    dialog.accept()
    saving.notice()
    assert (tmp_path / "a.json").read_bytes() == BODY


def test_the_button_of_the_answer_asks_too(saving):
    saving.window.viewer.save_requested.emit()
    assert saving.dialogs()[-1].isVisible()


def test_who_changes_their_mind_writes_nothing(saving, qtbot, jobs, tmp_path):
    dialog = saving.ask()
    dialog.setDirectory(str(tmp_path))
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    assert jobs.finish(10)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "answer", [None, answered(b"", status=204), failed(NoAnswer("a.example"), sent())]
)
def test_where_there_is_nothing_to_save_nothing_is_asked(saving, answer):
    if answer is None:
        saving.window.viewer.show_nothing()
    else:
        saving.show(answer)
    saving.window.actions_table["save_answer"].trigger()
    assert saving.dialogs() == []


def test_a_folder_that_cannot_be_written_is_a_sentence_and_nothing_is_lost(saving, tmp_path):
    in_the_way = tmp_path / "folder"
    in_the_way.write_bytes(b"older")
    # The folder was there while the person chose, and is not when the file is written.
    saving.ask().fileSelected.emit(str(in_the_way / "goats.json"))
    words = saving.notice()
    assert words.startswith("The answer could not be saved as goats.json: ")
    assert words.endswith(". Try another folder.")
    assert "Errno" not in words
    assert in_the_way.read_bytes() == b"older"
    assert saving.window.viewer.answer() is not None
    saving.dialogs()[-1].reject()
    saving.save(tmp_path, "goats.json")
    assert (tmp_path / "goats.json").read_bytes() == BODY
