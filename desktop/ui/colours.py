"""The colours of the design, light and dark, by what they are for."""

from __future__ import annotations

from dataclasses import dataclass

COLOURED_METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme; each pair of text and ground has a contrast of 4.5:1 or more."""

    window: str
    panel: str
    sidebar: str
    line: str
    text: str
    soft_text: str
    accent: str
    on_accent: str
    selection: str
    success: str
    success_ground: str
    warning: str
    warning_ground: str
    failure: str
    failure_ground: str
    information: str
    information_ground: str
    get: str
    post: str
    put: str
    patch: str
    delete: str

    def tone(self, tone: str) -> tuple[str, str]:
        """Text and ground of `success`, `warning`, `failure` or `information`."""
        return getattr(self, tone), getattr(self, f"{tone}_ground")

    def method(self, method: str) -> str:
        """The colour of a method's word; any other word is plain text."""
        name = method.lower()
        return getattr(self, name) if name in COLOURED_METHODS else self.text


LIGHT = Colours(
    window="#F6F7F9", panel="#FFFFFF", sidebar="#EEF0F4", line="#D9DDE4",
    text="#1C2330", soft_text="#586274", accent="#2F6FDE", on_accent="#FFFFFF",
    selection="#DCE8FC", success="#1A7D49", success_ground="#E4F5EC",
    warning="#8A5A00", warning_ground="#FFF3D6", failure="#B3261E", failure_ground="#FDE7E5",
    information="#2457A8", information_ground="#E6EFFC",
    get="#1B7F4B", post="#9A5B00", put="#2457A8", patch="#6B3FA0", delete="#B3261E",
)  # fmt: skip
DARK = Colours(
    window="#1E2127", panel="#262A31", sidebar="#1A1D22", line="#3A404A",
    text="#E7EAF0", soft_text="#A3ACBA", accent="#5B93F5", on_accent="#0E1420",
    selection="#2C3B57", success="#66D19A", success_ground="#1D3A2C",
    warning="#F0C064", warning_ground="#3E3320", failure="#FF9A91", failure_ground="#452626",
    information="#8DB7FF", information_ground="#24344F",
    get="#66D19A", post="#F0B45C", put="#8DB7FF", patch="#C3A1F0", delete="#FF9A91",
)  # fmt: skip
