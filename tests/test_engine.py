"""What a send needs is built when the first send comes."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop.core.errors import NothingListening, UnsetVariable
from desktop.core.model.request import Request
from desktop.core.paths import user_paths
from desktop.engine import Engine, new_token
from tests.support.hostile_cases import CASES
from tests.support.hostile_server import HostileServer

ROOT = Path(__file__).resolve().parent.parent
LATE = ("requests", "urllib3", "ssl", "keyring", "flask", "pygments", "numpy")
BUILD = f"""
import sys
from desktop.core.paths import user_paths
from desktop.engine import Engine
engine = Engine(user_paths())
engine.close()
print([name for name in {LATE!r} if name in sys.modules])
"""


@pytest.fixture
def engine():
    engine = Engine(user_paths())
    yield engine
    engine.close()


@pytest.fixture
def server():
    with HostileServer(CASES) as running:
        yield running


def send(engine, url):
    return engine.send(
        Request(url=url), new_token(), lambda _progress: None, lambda _problem: False
    )


def test_it_is_built_without_anything_that_takes_its_time():
    run = subprocess.run(
        [sys.executable, "-c", BUILD], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"


def test_it_sends(engine, server):
    engine.warm()
    answer = send(engine, server.url("/ok"))
    assert answer.exchange.response.status == 200


def test_a_failure_is_an_answer(engine):
    assert isinstance(send(engine, "{{nobody}}").failure, UnsetVariable)


def test_it_explains(engine):
    assert "4628" in str(engine.explain(NothingListening("127.0.0.1", 4628)))


def test_several_threads_share_what_is_built(engine, server):
    threads = [threading.Thread(target=send, args=(engine, server.url("/ok"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(server.asked) == 8
    before = server.connections
    send(engine, server.url("/ok"))
    assert server.connections == before


def test_what_is_closed_can_be_closed_again(engine, server):
    send(engine, server.url("/ok"))
    engine.close()
    engine.close()
