"""The home page, for people and for programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.practice.conftest import Running

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize("accept", [BROWSER, "*/*", "text/html", "image/png"])
def test_a_browser_gets_a_page(practice: Running, accept: str) -> None:
    answer = practice.get("/", Accept=accept)
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["Vary"] == "Accept"


@pytest.mark.parametrize("accept", ["application/json", "application/json, text/html;q=0.5"])
def test_a_program_gets_json(practice: Running, accept: str) -> None:
    answer = practice.get("/", Accept=accept)
    assert answer.headers["Content-Type"] == "application/json"
    assert [group["name"] for group in answer.json["groups"]] == [
        "Goats", "Statuses", "Echo", "Delays",
    ]  # fmt: skip


def test_the_page_lists_every_example(practice: Running) -> None:
    page = practice.get("/").body.decode()
    for group in practice.get("/", Accept="application/json").json["groups"]:
        assert group["name"] in page
        for example in group["examples"]:
            assert example["path"].replace("&", "&amp;") in page


def test_every_link_of_the_page_leads_somewhere(practice: Running) -> None:
    links = re.findall(r'(?:href|src)="([^"]+)"', practice.get("/").body.decode())
    assert all(link.startswith("/") for link in links)
    quick = [link.replace("&amp;", "&") for link in links if link != "/delay/2"]
    assert {practice.get(link).status for link in quick} <= {
        200, 302, 400, 401, 404, 429,
    }  # fmt: skip


def test_the_page_loads_nothing_from_elsewhere_and_runs_nothing(practice: Running) -> None:
    answer = practice.get("/")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert b"<script" not in answer.body
    assert b"http" not in answer.body
