"""Keeps the request that is being written: loads it at the start, saves it while it changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from desktop.core.errors import StorageFailure

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.core.model.request import Request
    from desktop.core.storage.documents import References
    from desktop.core.storage.keychain import Keychain, SavedWhere
    from desktop.core.storage.library import Library, OpenRequest

CURRENT: Final = "current_request"


@dataclass(frozen=True, slots=True)
class LoadedDraft:
    """What was found; `request` is None where nothing was saved yet.

    `references` name the secrets that are still in the keyring. `kept_aside` is the name of a
    damaged library that was put away; `failure` says why nothing could be read.
    """

    id: str = ""
    request: Request | None = None
    references: References = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    kept_aside: str = ""
    failure: StorageFailure | None = None


def with_secrets(request: Request, loaded: LoadedDraft, secrets: dict[str, str]) -> Request:
    """The request with its secrets put back; what was typed meanwhile stays."""
    from desktop.core.storage.secret_places import join  # noqa: PLC0415

    return join(request, loaded.references, secrets)


class DraftKeeper:
    """Every call blocks on the disk or on the keyring, and belongs into a job."""

    def __init__(self, path: Path, keychain: Keychain) -> None:
        self._path = path
        self._keychain = keychain

    @cached_property
    def _library(self) -> Library:
        # The import of SQLite is left to the first job, which runs beside the window's building.
        from desktop.core.storage.library import Library  # noqa: PLC0415

        return Library(self._path, self._keychain)

    def load(self) -> LoadedDraft:
        """The request that was open last, and all settings; never raises."""
        try:
            return self._load()
        except StorageFailure as failure:
            return LoadedDraft(failure=failure)

    def _load(self) -> LoadedDraft:
        opened = self._library.open_requests()
        settings = self._library.settings()
        aside = self._library.kept_aside
        current = _current(opened, settings.get(CURRENT))
        if current is None:
            return LoadedDraft(settings=settings, kept_aside=aside.name if aside else "")
        return LoadedDraft(
            current.id,
            current.request,
            current.references,
            settings,
            aside.name if aside else "",
        )

    def read_secrets(self, loaded: LoadedDraft) -> dict[str, str]:
        """What the keyring holds of the request, by id; waits for the keyring's own prompts."""
        return self._keychain.read_all(set(loaded.references.values()))

    def tidy(self) -> None:
        """Take secrets out of the keyring that no request needs; before any save."""
        unused = self._library.unused_secrets()
        gone = [secret_id for secret_id in unused if self._keychain.delete(secret_id)]
        if gone:
            self._library.forget_secrets(gone)

    def save(self, request_id: str, request: Request) -> None:
        """Write the request; raises StorageFailure. Its secrets wait for `settle`."""
        self._library.save_request(request_id, request)

    def save_setting(self, key: str, value: object) -> None:
        """Write one setting; raises StorageFailure."""
        self._library.save_setting(key, value)

    @property
    def needs_settling(self) -> bool:
        """True when a secret waits for the keyring."""
        return self._keychain.needs_settling

    def settle(self) -> SavedWhere:
        """Bring the secrets to the keyring, and say where they are kept now."""
        return self._keychain.settle()

    def settle_again(self) -> SavedWhere:
        """The same after a refusal, with a new look at the keyring."""
        self._keychain.probe()
        return self._keychain.settle()

    def close(self) -> None:
        """Close the library's file."""
        self._library.close()


def _current(opened: tuple[OpenRequest, ...], wanted: object) -> OpenRequest | None:
    named = (entry for entry in opened if entry.id == wanted)
    return next(named, opened[-1] if opened else None)
