"""The door on this computer at which a browser comes back from a sign-in: it takes one answer and is closed."""

import hmac
import threading
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

MINUTES = 10  # then whoever wanted to sign in begins once more
LONGEST_LINE = 8 * 1024


@dataclass(frozen=True, slots=True)
class CameBack:
    """What the browser brought: a code, or nothing when the provider or the user said no."""

    code: str


class _Asked(BaseHTTPRequestHandler):
    server: "_Listening"
    timeout = 10
    protocol_version = "HTTP/1.0"
    private: ClassVar = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": "default-src 'none'",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
    }

    def do_GET(self) -> None:
        """Take the answer that proves it is the one waited for; anything else is not found."""
        told = parse_qs(urlsplit(self.path).query)
        state = told.get("state", [""])[0]
        if len(self.path) > LONGEST_LINE or not hmac.compare_digest(state.encode(), self.server.state.encode()):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        if self.server.came_back is None:
            self.server.came_back = CameBack(told.get("code", [""])[0])
        self.send_response(HTTPStatus.OK)
        for name, value in self.private.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(self.server.page.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing down: the line that was asked for holds the code."""


class _Listening(ThreadingHTTPServer):
    daemon_threads = True
    state = ""
    page = ""
    came_back: CameBack | None = None


class Door:
    """Open on a free port of this computer until it is closed, or for ten minutes."""

    def __init__(self) -> None:
        self._listening = _Listening(("127.0.0.1", 0), _Asked)
        self.port = self._listening.server_port
        self._end = threading.Timer(MINUTES * 60, self.close)
        self._end.daemon = True
        self._answering: threading.Thread | None = None

    def wait_for(self, state: str, *, page: str) -> None:
        """Begin to listen for the answer with this state; `page` is shown to whoever brings it."""
        self._listening.state, self._listening.page = state, page
        answering = threading.Thread(target=self._listening.serve_forever, args=(0.2,), name="sign-in", daemon=True)
        answering.start()
        self._end.start()
        self._answering = answering

    @property
    def came_back(self) -> CameBack | None:
        """What the browser brought; None as long as it has not come."""
        return self._listening.came_back

    def close(self) -> None:
        """Listen no longer; closing a closed door does nothing."""
        self._end.cancel()
        if self._answering:
            self._listening.shutdown()
        self._listening.server_close()
