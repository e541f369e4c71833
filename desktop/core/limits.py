"""Every number that protects the person: caps, time-outs, line lengths."""

from typing import Final

DEADLINE_SECONDS: Final = 60.0
"""One whole exchange, redirects included."""
CONNECT_SECONDS: Final = 15.0
REDIRECTS: Final = 10
BODY_IN_MEMORY: Final = 8 * 1024 * 1024
"""A larger body goes to a temporary file."""
BODY_CAP: Final = 1024 * 1024 * 1024
"""Decoded bytes; what comes after is not read."""
RECEIVE_CHUNK: Final = 256 * 1024
PRETTY_CAP: Final = 8 * 1024 * 1024
"""A larger JSON body is shown as received."""
TIDY_CAP: Final = 32 * 1024 * 1024
"""Spaces that setting JSON out may add; brackets in brackets without end would add far more."""
INDENT_CAP: Final = 100
"""Depth up to which JSON is indented; what is deeper stands below each other."""
LINE_CAP: Final = 2000
"""Characters of one line on the screen; a longer line goes on in the next row."""
PICTURE_PIXELS: Final = 100_000_000
PROGRESS_SECONDS: Final = 0.1
"""The least time between two notices of progress."""
SAVE_SECONDS: Final = 0.5
"""The most that what is typed may be behind on disk."""
PRACTICE_PORT: Final = 4628
"""GOAT on a phone's keys."""
PRACTICE_SECONDS: Final = 10.0
"""Until the practice API must have started; it takes a twentieth of a second."""
SAVE_RETRY_SECONDS: Final = 2.0
"""How long after a save that failed it is tried again."""
DISK_BUSY_SECONDS: Final = 5.0
"""How long one program waits while another one writes to the library."""
CHECKED_LIBRARY_BYTES: Final = 8 * 1024 * 1024
"""A library up to this size is checked whole when it is opened (about 1 ms a megabyte)."""
WINDOWS_SECRET_UNITS: Final = 1200
"""UTF-16 units; the Windows credential store holds 1,280."""
LOG_BYTES: Final = 1024 * 1024
"""One log file; then the next one is begun."""
LOG_FILES: Final = 3
"""Older log files that are kept."""
REQUEST_FILE_CAP: Final = 50 * 1024 * 1024
"""A larger request file is refused."""
FILLED_CAP: Final = 64 * 1024 * 1024
"""Characters of one text with its variables filled in."""
HEADER_LINES: Final = 100
"""Header lines of one answer; more than that is no honest server."""
HEADER_LINE_BYTES: Final = 64 * 1024
"""One line of an answer's head."""
ENCODINGS: Final = 5
"""Compressions inside each other; more than that is an attack."""
REDIRECT_BODY: Final = 64 * 1024
"""Bytes read of an answer that only points elsewhere, so that its connection can be used again."""
REDIRECT_BODY_SECONDS: Final = 0.5
"""The most that such a body may hold up the way to the next address."""
IDLE_SECONDS: Final = 1.0
"""A request that must not go out twice takes no connection that was idle for longer."""
CONNECTIONS: Final = 32
"""Idle connections that are kept for one server."""
