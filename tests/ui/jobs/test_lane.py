"""A lane: order, one thread, an end."""

import threading
import weakref

from desktop.ui.jobs.lane import Lane


def test_jobs_run_in_order_on_one_thread_of_its_own():
    lane, ran = Lane("disk"), []
    for number in range(100):
        lane.add(lambda number=number: ran.append((number, threading.current_thread())))
    assert lane.close(10)
    assert [number for number, _ in ran] == list(range(100))
    (thread,) = {thread for _, thread in ran}
    assert thread.name == "disk"
    assert thread.daemon
    assert thread is not threading.current_thread()


def test_no_thread_before_there_is_a_job():
    before = threading.active_count()
    lane = Lane("idle")
    assert threading.active_count() == before
    assert lane.close(0)


def test_a_lane_that_hangs_says_so():
    held = threading.Event()
    lane = Lane("stuck")
    lane.add(held.wait)
    assert not lane.close(0.01)
    held.set()
    assert lane.close(10)


def test_a_job_is_let_go_when_it_is_done():
    class Work:
        def __call__(self):
            pass

    lane, work, next_ran = Lane("x"), Work(), threading.Event()
    gone = weakref.ref(work)
    lane.add(work)
    del work
    lane.add(next_ran.set)
    assert next_ran.wait(10)
    assert lane.close(10)
    assert gone() is None
