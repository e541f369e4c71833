"""Jobs: results on the right thread, in order, only to the living."""

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread, Signal

from desktop.core.errors import LibraryUnwritable
from desktop.ui.jobs.pool import Jobs


class Receiver(QObject):
    """Hears results, and remembers them with the thread."""

    heard = Signal()

    def __init__(self):
        super().__init__()
        self.results = []
        self.errors = []
        self.threads = set()

    def done(self, result):
        self.results.append(result)
        self.threads.add(QThread.currentThread())
        self.heard.emit()

    def failed(self, error):
        self.errors.append(error)
        self.heard.emit()


@pytest.fixture
def reported():
    return []


@pytest.fixture
def jobs(qapp, reported):
    jobs = Jobs(reported.append)
    yield jobs
    assert jobs.close(10)


def raise_(error):
    raise error


def test_a_result_arrives_on_the_ui_thread(qtbot, jobs):
    receiver = Receiver()
    with qtbot.waitSignal(receiver.heard):
        jobs.run(threading.get_ident, receiver.done, lane="disk")
    assert receiver.results != [threading.get_ident()]
    assert receiver.threads == {QThread.currentThread()}


def test_one_lane_keeps_the_order(jobs):
    receiver = Receiver()
    for number in range(200):
        jobs.run(lambda number=number: number, receiver.done, lane="disk")
    assert jobs.finish(10)
    assert receiver.results == list(range(200))


def test_lanes_do_not_wait_for_each_other(jobs):
    receiver, open_prompt = Receiver(), threading.Event()
    jobs.run(open_prompt.wait, receiver.done, lane="keyring")
    jobs.run(open_prompt.set, receiver.done, lane="disk")
    assert jobs.finish(10)
    assert sorted(receiver.results, key=str) == [None, True]


def test_a_result_is_handed_over_as_it_is(jobs):
    receiver = Receiver()
    results = [2**40, {1: "a", "b": 2}, [1], None, "\ud800", object()]
    for result in results:
        jobs.run(lambda result=result: result, receiver.done, lane="reading")
    assert jobs.finish(10)
    assert receiver.results == results


def test_a_failure_goes_to_who_expects_it(jobs, reported):
    receiver, failure = Receiver(), LibraryUnwritable("disk_full")
    jobs.run(lambda: raise_(failure), receiver.done, receiver.failed, lane="disk")
    assert jobs.finish(10)
    assert (receiver.results, receiver.errors, reported) == ([], [failure], [])


def test_a_failure_that_nobody_takes_is_reported(jobs, reported):
    failure = LibraryUnwritable("disk_full")
    jobs.run(lambda: raise_(failure), lane="disk")
    assert jobs.finish(10)
    assert reported == [failure]


@pytest.mark.parametrize("fault", [KeyError("x"), SystemExit(3), RecursionError()])
def test_a_fault_of_ours_is_reported_and_told(jobs, reported, fault):
    receiver = Receiver()
    jobs.run(lambda: raise_(fault), receiver.done, receiver.failed, lane="disk")
    jobs.run(lambda: "next", receiver.done, lane="disk")
    assert jobs.finish(10)
    assert (receiver.results, receiver.errors, reported) == (["next"], [fault], [fault])


def test_a_receiver_that_is_gone_hears_nothing(jobs):
    held, kept = threading.Event(), []
    deleted, dropped = Receiver(), Receiver()
    deleted.results = kept
    dropped.results = kept
    jobs.run(held.wait, lane="disk")
    jobs.run(lambda: 1, deleted.done, lane="disk")
    jobs.run(lambda: 2, dropped.done, lane="disk")
    shiboken6.delete(deleted)
    del dropped
    held.set()
    assert jobs.finish(10)
    assert kept == []


def test_only_bound_methods_may_hear(jobs):
    with pytest.raises(TypeError):
        jobs.run(lambda: 1, lambda result: None, lane="disk")


def test_finish_waits_for_what_results_start(jobs):
    class Chain(Receiver):
        def done(self, result):
            super().done(result)
            if result < 5:
                jobs.run(lambda: result + 1, self.done, lane="disk")

    chain = Chain()
    jobs.run(lambda: 0, chain.done, lane="disk")
    assert jobs.finish(10)
    assert chain.results == [0, 1, 2, 3, 4, 5]


def test_finish_gives_up_in_time_and_delivers_what_there_is(jobs):
    receiver, held = Receiver(), threading.Event()
    jobs.run(lambda: "quick", receiver.done, lane="disk")
    jobs.run(held.wait, receiver.done, lane="keyring")
    assert jobs.finish(0.1) is False
    assert receiver.results == ["quick"]
    held.set()
    assert jobs.finish(10)
    assert receiver.results == ["quick", True]


def test_jobs_go_on_after_finish(jobs):
    receiver = Receiver()
    assert jobs.finish(0)
    jobs.run(lambda: 1, receiver.done, lane="disk")
    assert jobs.finish(10)
    assert receiver.results == [1]


def test_closing_ends_the_threads(qapp, reported):
    before = threading.active_count()
    jobs = Jobs(reported.append)
    for lane in ("disk", "keyring", "reading"):
        jobs.run(lambda: None, lane=lane)
    assert jobs.close(10)
    assert threading.active_count() == before


def test_closing_does_not_wait_for_an_open_prompt(qapp, reported):
    held = threading.Event()
    jobs = Jobs(reported.append)
    jobs.run(held.wait, lane="keyring")
    assert jobs.close(0.05) is False
    held.set()


def test_a_job_that_outlives_its_pool_does_no_harm(qapp, reported):
    held, ended = threading.Event(), threading.Event()
    receiver = Receiver()
    jobs = Jobs(reported.append)
    jobs.run(held.wait, receiver.done, lane="disk")
    jobs.run(ended.set, receiver.done, lane="disk")
    shiboken6.delete(jobs)
    held.set()
    assert ended.wait(10)
    assert reported == []


def test_ten_thousand_results(jobs):
    receiver = Receiver()
    for number in range(10_000):
        jobs.run(lambda number=number: number, receiver.done, lane="disk")
    assert jobs.finish(30)
    assert receiver.results == list(range(10_000))
