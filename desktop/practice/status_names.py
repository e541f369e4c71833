"""The names of status codes, as they stand in an answer's first line."""

from __future__ import annotations

from werkzeug.http import HTTP_STATUS_CODES


def reason(code: int) -> str:
    """The name of a status code: IANA's, else the one that its inventor gave it."""
    return _unofficial().get(code) or HTTP_STATUS_CODES.get(code) or "Unassigned"


def _unofficial() -> dict[int, str]:
    return {
        419: "Page Expired",
        420: "Enhance Your Calm",
        440: "Login Time-out",
        444: "No Response",
        449: "Retry With",
        450: "Blocked by Windows Parental Controls",
        460: "Client Closed Connection",
        463: "Too Many Forwarded Addresses",
        494: "Request Header Too Large",
        495: "SSL Certificate Error",
        496: "SSL Certificate Required",
        497: "HTTP Request Sent to HTTPS Port",
        498: "Invalid Token",
        499: "Client Closed Request",
        509: "Bandwidth Limit Exceeded",
        520: "Web Server Returned an Unknown Error",
        521: "Web Server Is Down",
        522: "Connection Timed Out",
        523: "Origin Is Unreachable",
        524: "A Timeout Occurred",
        525: "SSL Handshake Failed",
        526: "Invalid SSL Certificate",
        527: "Railgun Error",
        529: "Site is overloaded",
        530: "Site is frozen",
        561: "Unauthorized",
        598: "Network Read Timeout Error",
        599: "Network Connect Timeout Error",
        999: "Request Denied",
    }
