"""A made-up provider that lets people sign in: real HTTP on this computer, as strict as the protocol asks it to be."""

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from urllib.parse import parse_qs, urlencode, urlsplit

from highroad.edges.oauth import Client, Place
from tests.cast import ANA

CLIENT = Client("high-road-of-ana", "not very secret")
SCOPE = "mail.read mail.send"


@dataclass
class Provider:
    """What it gave out, and whom it knows. `lasts` are the seconds a key opens anything."""

    port: int = 0
    lasts: int = 3600
    says_no: bool = False
    renews: bool = True
    broken: bool = False
    odd: object = None  # what it says instead of keys
    email: str = ANA.email
    asked: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    renewers: set[str] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def place(self) -> Place:
        """What the program is told of it."""
        here = f"http://127.0.0.1:{self.port}"
        return Place(f"{here}/authorize", f"{here}/token", SCOPE, extra={"prompt": "consent"})

    @property
    def tells_whose(self) -> str:
        """Where a mail server asks whose key it was shown."""
        return f"http://127.0.0.1:{self.port}/whose?access_token="

    def authorize(self, told: dict[str, str]) -> str:
        """Where the browser is sent to, once the user said yes or no."""
        back = urlsplit(told["redirect_uri"])
        assert (told["client_id"], told["response_type"], told["scope"]) == (CLIENT.id, "code", SCOPE)
        assert (back.scheme, back.hostname, told["code_challenge_method"]) == ("http", "127.0.0.1", "S256")
        if self.says_no:
            return f"{told['redirect_uri']}?{urlencode({'error': 'access_denied', 'state': told['state']})}"
        code = f"code-{next(self.numbers)}"
        self.codes[code] = told
        return f"{told['redirect_uri']}?{urlencode({'code': code, 'state': told['state']})}"

    def token(self, told: dict[str, str]) -> tuple[int, object]:
        """Keys for a code or for a key to renew; each code once."""
        if self.broken:
            return 503, {}
        if self.odd is not None:
            return 200, self.odd
        if (told.get("client_id"), told.get("client_secret")) != (CLIENT.id, CLIENT.secret):
            return 401, {"error": "invalid_client"}
        if told["grant_type"] == "refresh_token":
            return self._given() if self.renews and told["refresh_token"] in self.renewers else NO
        asked = self.codes.pop(told["code"], None)
        if asked is None or told["redirect_uri"] != asked["redirect_uri"] or not _proves(told, asked):
            return NO
        return self._given(renewer=f"renew-{next(self.numbers)}")

    def whose(self, told: dict[str, str]) -> tuple[int, dict[str, object]]:
        """Whose key this is."""
        return (200, {"email": self.email}) if told.get("access_token") in self.keys else (401, {"error": "no"})

    def _given(self, *, renewer: str = "") -> tuple[int, dict[str, object]]:
        key = f"key-{next(self.numbers)}"
        self.keys.add(key)
        more = {"refresh_token": renewer} if renewer else {}
        self.renewers.update(more.values())
        return 200, {"access_token": key, "token_type": "Bearer", "expires_in": self.lasts, "scope": SCOPE, **more}


NO: tuple[int, dict[str, object]] = (400, {"error": "invalid_grant"})


def _proves(told: dict[str, str], asked: dict[str, str]) -> bool:
    """RFC 7636 4.6."""
    hashed = hashlib.sha256(told["code_verifier"].encode()).digest()
    return base64.urlsafe_b64encode(hashed).rstrip(b"=").decode() == asked["code_challenge"]


def _made(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Asked(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            line = urlsplit(self.path)
            provider.asked.append(line.path)
            told = _told(line.query)
            if line.path == "/authorize":
                self.send_response(302)
                self.send_header("Location", provider.authorize(told))
                self.end_headers()
            else:
                self._say(*provider.whose(told))

        def do_POST(self) -> None:
            provider.asked.append(self.path)
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._say(*provider.token(_told(body)))

        def _say(self, code: int, answer: object) -> None:
            self.send_response(code)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Asked


def _told(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


@contextmanager
def running() -> Iterator[Provider]:
    """The provider on a free port of this computer until the block ends."""
    provider = Provider()
    with ThreadingHTTPServer(("127.0.0.1", 0), _made(provider)) as server:
        provider.port = server.server_port
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield provider
        server.shutdown()
