"""Lets in only who speaks to this server on purpose: no web page, no other name for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

from desktop.practice.problem import Problem

if TYPE_CHECKING:
    from flask import Flask


def protect(app: Flask, port: int) -> None:
    """Refuses other Host headers (DNS rebinding) and calls by the scripts of a web page."""
    names = ("127.0.0.1", "localhost")
    hosts = {f"{name}:{port}" for name in names} | (set(names) if port == 80 else set())

    def check() -> None:
        if request.headers.get("Host", "").lower() not in hosts:
            raise Problem(403, f"The Host header must be 127.0.0.1:{port} or localhost:{port}.")
        if "Origin" in request.headers:
            raise Problem(403, "Web pages may not call the practice API. Send no Origin header.")

    app.before_request(check)
