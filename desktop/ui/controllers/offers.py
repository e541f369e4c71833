"""Does what an explanation offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from desktop.core.model.explanation import Offer
    from desktop.ui.controllers.send import SendController
    from desktop.ui.main_window import MainWindow


class OfferController(QObject):
    """Each offer's action has its method here."""

    def __init__(self, window: MainWindow, sending: SendController) -> None:
        super().__init__(window)
        editor = window.editor
        self._actions = {
            "send_again": sending.send,
            "edit_address": editor.focus_url,
            "edit_method": editor.focus_method,
            "edit_headers": editor.focus_headers,
            "edit_body": editor.focus_body,
        }
        window.viewer.offer_chosen.connect(self._do)

    @Slot(object)
    def _do(self, offer: Offer) -> None:
        self._actions[offer.action]()
