"""One send, from the first request to the answer that is shown, redirect by redirect."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from desktop.core import limits
from desktop.core.errors import TooManyRedirects
from desktop.core.model.exchange import Exchange, Hop, Problem, Response
from desktop.core.sending.body import BodyReader, Received
from desktop.core.sending.bounds import Bounds
from desktop.core.sending.deadline import Deadline
from desktop.core.sending.leg import Leg, PrivateTarget
from desktop.core.sending.redirects import Turn, is_redirect, stays, turn
from desktop.core.sending.timing import Stopwatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from urllib3.response import BaseHTTPResponse

    from desktop.core.model.exchange import Sent
    from desktop.core.model.progress import Progress
    from desktop.core.sending.cancel import CancelToken
    from desktop.core.sending.courier import Courier
    from desktop.core.sending.prepare import Prepared

_SHORT: Final = Bounds(body=limits.REDIRECT_BODY, in_memory=limits.REDIRECT_BODY)
_FAULT_CAP: Final = 200
"""Characters of a broken line."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who waits for an answer, and how to reach them meanwhile."""

    token: CancelToken
    on_progress: Callable[[Progress], None]
    ask: Callable[[Problem], bool]
    on_sent: Callable[[Sent], None]
    follow_redirects: bool


class Journey:
    """Makes one send; used once."""

    def __init__(
        self,
        courier: Courier,
        caller: Caller,
        bounds: Bounds,
        is_private: Callable[[str], bool],
    ) -> None:
        self._courier = courier
        self._caller = caller
        self._bounds = bounds
        self._is_private = is_private
        self._deadline = Deadline(bounds.deadline)
        self._from_public = False
        self._hops: list[Hop] = []

    def make(self, prepared: Prepared) -> Exchange:
        """The whole exchange. Raises NetworkFailure, Cancelled."""
        started = datetime.now(UTC)
        following: Turn | None = Turn(prepared)
        while following:
            if len(self._hops) > limits.REDIRECTS:
                raise TooManyRedirects(following.prepared.host, limits.REDIRECTS)
            following = self._go(following)
        return Exchange(tuple(self._hops), started, self._deadline.spent())

    def _go(self, this: Turn) -> Turn | None:
        """Makes one hop; the next one follows from its answer."""
        leg = self._leg(this)
        try:
            with self._courier.visit(leg) as raw:
                following, problems = self._next(leg)
                received = self._receive(raw, leg, whole=following is None)
        except PrivateTarget:
            return self._ask_for_private(this)
        response = _response(leg, received, problems)
        timing = leg.watch.timing()
        self._hops.append(Hop(this.prepared.sent(), response, timing, this.withheld))
        self._from_public = not self._is_private(leg.peer)
        return following

    def _leg(self, this: Turn) -> Leg:
        caller = self._caller
        return Leg(
            prepared=this.prepared,
            token=caller.token,
            deadline=self._deadline,
            connect_seconds=self._bounds.connect,
            contexts=self._courier.contexts,
            watch=Stopwatch(this.prepared.host, caller.on_progress),
            on_sent=caller.on_sent,
            is_private=self._is_private,
            keep_public=self._from_public and not this.may_be_private,
        )

    def _next(self, leg: Leg) -> tuple[Turn | None, tuple[Problem, ...]]:
        """Where an answer leads; or nowhere, and the problem with it if there is one."""
        head = leg.head
        if not is_redirect(head):
            return None, ()
        if not self._caller.follow_redirects:
            return None, (stays("switched_off", head.values("location")[0]),)
        found = turn(leg.prepared, head)
        if isinstance(found, Problem):
            return None, (found,)
        refused = [each for each in found.questions if not self._ask(each)]
        return (None, tuple(refused)) if refused else (found, ())

    def _ask(self, question: Problem) -> bool:
        with self._deadline.paused():
            agreed = self._caller.ask(question)
        self._caller.token.check()
        return agreed

    def _ask_for_private(self, this: Turn) -> Turn | None:
        question = stays("private", this.prepared.url)
        if self._ask(question):
            return replace(this, may_be_private=True)
        last = self._hops[-1]
        problems = (*last.response.problems, question)
        self._hops[-1] = replace(last, response=replace(last.response, problems=problems))
        return None

    def _receive(self, raw: BaseHTTPResponse, leg: Leg, *, whole: bool) -> Received:
        if whole:
            return BodyReader(raw, leg, self._bounds).read()
        if (leg.framing.length or 0) > limits.REDIRECT_BODY:
            return Received(b"", 0, ())
        leg.deadline = leg.deadline.within(limits.REDIRECT_BODY_SECONDS)
        return BodyReader(raw, leg, _SHORT).read()


def _response(leg: Leg, received: Received, problems: tuple[Problem, ...]) -> Response:
    head = leg.head
    faults = (*head.faults, *leg.framing.faults)
    broken = Problem("broken_headers", tuple(("line", line[:_FAULT_CAP]) for line in faults[:1]))
    return Response(
        status=head.status,
        reason=head.reason,
        version=head.version,
        headers=head.headers,
        body=received.body,
        received=received.received,
        problems=((broken,) if faults else ()) + received.problems + problems,
    )
