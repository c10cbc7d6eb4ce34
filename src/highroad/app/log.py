"""What the log says of a page that broke: what, where in the code and on which route, never a word that stood in it."""

import logging
import traceback
from typing import Any


class WithoutWords(logging.Formatter):
    """Leaves out an error's words, its trail and the address: a private text may stand in any of them."""

    def format(self, record: logging.LogRecord) -> str:
        """One line; what comes without an error or a request is ours, and said as it is."""
        request, error = getattr(record, "request", None), record.exc_info
        if request is None and not error:
            return super().format(record)
        return " ".join(filter(None, (record.levelname, _answered(record), _broke(error), _route(request))))


def _answered(record: logging.LogRecord) -> str:
    return str(getattr(record, "status_code", ""))


def _broke(error: Any) -> str:
    """The kind of error, and the line of code that raised it."""
    if not error or error[0] is None:
        return ""
    frames = traceback.extract_tb(error[2])
    return f"{error[0].__name__} in {frames[-1].name}, line {frames[-1].lineno}" if frames else error[0].__name__


def _route(request: Any) -> str:
    """The name of the route, with none of the values that stood in its address."""
    match = getattr(request, "resolver_match", None)
    return f"on route {match.view_name}" if match else ""
