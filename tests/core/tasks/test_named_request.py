"""What stands on the command line."""

import pytest

from desktop.core.errors import UnreadableFile
from desktop.core.tasks.named_request import named_request


def test_an_address_is_a_request_to_get_it():
    request = named_request("https://a.example/x?b=1")
    assert (request.method, request.url) == ("GET", "https://a.example/x?b=1")
    assert [(row.name, row.value) for row in request.params] == [("b", "1")]


@pytest.mark.parametrize(
    "address", ["a.example", "{{practice}}/x.json", "https://a.example/x.json"]
)
def test_addresses_are_told_from_files(address):
    assert named_request(address).url == address


def test_a_request_file_is_read(tmp_path):
    file = tmp_path / "goat.json"
    file.write_text('\ufeff{"requests": [{"method": "PUT", "url": "https://a.example"}]}')
    assert named_request(str(file)).method == "PUT"


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UnreadableFile) as refused:
        named_request(str(tmp_path / "none.json"))
    assert refused.value.reason == "not_found"


def test_a_file_that_is_no_text_is_refused(tmp_path):
    file = tmp_path / "picture.json"
    file.write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(UnreadableFile) as refused:
        named_request(str(file))
    assert refused.value.reason == "not_text"


def test_a_huge_file_is_refused_unread(tmp_path):
    file = tmp_path / "huge.json"
    with file.open("wb") as sparse:
        sparse.truncate(600 * 1024 * 1024)
    with pytest.raises(UnreadableFile) as refused:
        named_request(str(file))
    assert refused.value.reason == "too_large"


@pytest.mark.parametrize("odd", ["\0", "x" * 5000, "  "])
def test_odd_words_are_addresses(odd):
    assert named_request(odd).url == odd


def test_a_name_that_no_file_can_have_is_not_found():
    with pytest.raises(UnreadableFile) as refused:
        named_request("\0.json")
    assert refused.value.reason == "not_found"
