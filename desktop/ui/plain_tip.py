"""Tooltips that show their text as it is: Qt would render what looks like markup."""

from __future__ import annotations

LONGEST_TIP = 1000


def plain_tip(text: str) -> str:
    """The text for `setToolTip` or ToolTipRole; it wraps, and it is cut where it is very long."""
    if not text:
        return ""
    from html import escape  # noqa: PLC0415 - 4 ms of the start

    cut = text if len(text) <= LONGEST_TIP else text[:LONGEST_TIP] + "…"
    return f"<p style='white-space: pre-wrap'>{escape(cut)}</p>"
