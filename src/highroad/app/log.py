"""What the log says of what broke: what, where in the code and on which route, never a word that stood in it."""

import logging
import traceback
from typing import Any

FRAMES = 5  # the last of them tell enough


class WithoutWords(logging.Formatter):
    """Leaves out an error's words, its lines of code and the address: a private text may stand in any of them."""

    def format(self, record: logging.LogRecord) -> str:
        """One line; what comes without an error or a request is ours, and said as it is."""
        request = getattr(record, "request", None)
        if request is None and not record.exc_info:
            return super().format(record)
        error = record.exc_info[1] if record.exc_info else None
        what = broke(error) if error else ""
        return " ".join(filter(None, (record.levelname, _answered(record), what, _route(request))))


def _answered(record: logging.LogRecord) -> str:
    return str(getattr(record, "status_code", ""))


def broke(error: BaseException) -> str:
    """The kind of error, the line of code that raised it, and those that led there; none of its own words."""
    frames = reversed(traceback.extract_tb(error.__traceback__)[-FRAMES:])
    trail = " < ".join(f"{frame.name}, line {frame.lineno}" for frame in frames)
    return f"{type(error).__name__} in {trail}" if trail else type(error).__name__


def _route(request: Any) -> str:
    """The name of the route, with none of the values that stood in its address."""
    match = getattr(request, "resolver_match", None)
    return f"on route {match.view_name}" if match else ""
