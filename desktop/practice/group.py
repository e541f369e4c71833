"""What each part of the practice API gives: its views, and examples that people can try."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkzeug.routing import Rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Blueprint
    from flask.blueprints import BlueprintSetupState
    from flask.typing import ResponseReturnValue


@dataclass(frozen=True)
class Example:
    """One call to try: method, path with its query, and a sentence on what comes back."""

    method: str
    path: str
    says: str


@dataclass(frozen=True)
class Group:
    """One part of the practice API, as the home page lists it."""

    name: str
    says: str
    blueprint: Blueprint
    examples: tuple[Example, ...]


def any_method(blueprint: Blueprint, path: str, view: Callable[..., ResponseReturnValue]) -> None:
    """Lets a view answer every method, words of one's own included; Flask wants a list of them."""

    def add(state: BlueprintSetupState) -> None:
        endpoint = f"{blueprint.name}.{view.__name__}"
        state.app.url_map.add(Rule(path, endpoint=endpoint))
        state.app.view_functions[endpoint] = view

    blueprint.record_once(add)
