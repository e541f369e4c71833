"""An answer in writing, for the command line: as text to read, or as JSON for other programs."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.core.model.answer import Answer
    from desktop.core.model.exchange import Exchange, Hop
    from desktop.core.model.explanation import Explanation

PHASES = ("name", "connect", "tls", "sending", "waiting", "receiving")


def answer_as_json(answer: Answer) -> dict[str, Any]:
    """The whole exchange, ready for `json.dumps`; a failure has `failure` in its place."""
    report: dict[str, Any] = {"explanation": _explanation(answer.explanation)}
    if answer.exchange is None:
        return report | {"failure": answer.failure.code if answer.failure else ""}
    response = answer.exchange.response
    return report | {
        "status": response.status,
        "reason": response.reason,
        "headers": [list(pair) for pair in response.headers],
        "body": _body(answer),
        "problems": [problem.code for problem in response.problems],
        "hops": [_hop(hop) for hop in answer.exchange.hops],
        "timing": _timing(answer.exchange),
    }


def answer_as_text(answer: Answer) -> str:
    """Status, meaning, headers and body, as a person reads them."""
    explanation = answer.explanation
    parts = [f"{explanation.status}: {explanation.headline}", explanation.meaning]
    if explanation.tone != "success":
        parts += [*explanation.why, *explanation.tries]
    if answer.exchange is not None:
        headers = answer.exchange.response.headers
        parts += ["", *(f"{name}: {value}" for name, value in headers), "", _text(answer)]
    return "\n".join(parts)


def _text(answer: Answer) -> str:
    if answer.reading is not None and answer.reading.text is not None:
        return answer.reading.text.text()
    size = len(answer.exchange.response.body) if answer.exchange else 0
    return f"({size} bytes that are no text)" if size else "(no content)"


def _body(answer: Answer) -> dict[str, str]:
    if answer.reading is not None and answer.reading.text is not None:
        return {"text": answer.reading.text.text()}
    body = bytes(answer.exchange.response.body[:]) if answer.exchange else b""
    return {"base64": base64.b64encode(body).decode("ascii")} if body else {"text": ""}


def _hop(hop: Hop) -> dict[str, Any]:
    return {
        "method": hop.sent.method,
        "url": hop.sent.url,
        "target": hop.sent.target,
        "headers": [[header.name, header.value] for header in hop.sent.headers],
        "status": hop.response.status,
        "withheld": list(hop.withheld),
    }


def _timing(exchange: Exchange) -> dict[str, float | None]:
    timing = exchange.hops[-1].timing
    phases = {phase: getattr(timing, phase) for phase in PHASES}
    return phases | {"total": exchange.elapsed}


def _explanation(explanation: Explanation) -> dict[str, Any]:
    return {
        "status": explanation.status,
        "headline": explanation.headline,
        "meaning": explanation.meaning,
        "why": list(explanation.why),
        "try": list(explanation.tries),
        "details": explanation.details,
        "offers": [offer.label for offer in explanation.offers],
    }
