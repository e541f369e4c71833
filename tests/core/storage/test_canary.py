"""A planted secret, from the first key to the last day: it is in the keyring and nowhere else."""

import base64
import json
import sys
from urllib.parse import quote

import pytest

from tests.support.secret_service import python_in_secret_service

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's")

CANARY = "c4nary/täil+0123456789"
START = f"""
import os
from dataclasses import replace
from pathlib import Path
from desktop.core.model.request import Request, Row
from desktop.core.paths import user_paths
from desktop.core.storage.keychain import Keychain
from desktop.core.storage.library import Library
from desktop.core.storage.secret_places import join

CANARY = {CANARY!r}
ENCODED = {quote(CANARY, safe="")!r}
REQUEST = Request(
    url=f"https://ada:{{ENCODED}}@a.example/?api_key={{ENCODED}}&q=1",
    params=(Row("api_key", CANARY, raw=f"api_key={{ENCODED}}"), Row("q", "1", raw="q=1")),
    headers=(Row("Authorization", f"Bearer {{CANARY}}"), Row("Cookie", f"sid={{CANARY}}")),
)
keychain = Keychain()
library = Library(user_paths().library, keychain)
"""
TYPE_AND_BE_KILLED = """
for typed in ("X", "X-To", "X-Token"):
    library.save_request("one", replace(REQUEST, headers=(Row(typed, CANARY), *REQUEST.headers)))
library.save_request("one", REQUEST)
print(keychain.settle().place, flush=True)
os._exit(0)
"""
THE_NEXT_DAY = """
(opened,) = library.open_requests()
found = keychain.read_all(opened.references.values())
print(join(opened.request, opened.references, found) == REQUEST, flush=True)
library.save_request("one", replace(REQUEST, headers=(), name="fewer"))
os._exit(0)
"""
TIDY_UP = """
(opened,) = library.open_requests()
unused = library.unused_secrets()
gone = [each for each in unused if keychain.delete(each)]
library.forget_secrets(gone)
print(len(unused), len(gone), library.unused_secrets())
found = keychain.read_all(opened.references.values())
print(join(opened.request, opened.references, found).url == REQUEST.url)
import contextlib, secretstorage
with contextlib.closing(secretstorage.dbus_init()) as bus:
    items = list(secretstorage.get_default_collection(bus).get_all_items())
    print(len(items) == len(set(opened.references.values())))
"""


def leaks(folder):
    raw = CANARY.encode()
    forms = [raw, quote(CANARY, safe="").encode(), json.dumps(CANARY)[1:-1].encode()]
    forms += [base64.b64encode(b"x" * before + raw)[4:-8] for before in range(3)]
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert any(file.name == "library.db" for file in files)
    return [(file.name, form) for file in files for form in forms if form in file.read_bytes()]


def test_a_secret_comes_back_and_is_in_no_file(tmp_path):
    assert python_in_secret_service(tmp_path, START + TYPE_AND_BE_KILLED) == ["keyring"]
    assert leaks(tmp_path) == []
    assert python_in_secret_service(tmp_path, START + THE_NEXT_DAY) == ["True"]
    assert leaks(tmp_path) == []
    assert python_in_secret_service(tmp_path, START + TIDY_UP) == ["3 3 ()", "True", "True"]
    assert leaks(tmp_path) == []
