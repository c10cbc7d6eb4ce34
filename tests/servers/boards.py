"""Boards on this computer: one HTTPS server that answers as any host, well or badly, and a listener none may reach."""

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from highroad.edges.boards import Line
from tests.edges.mail_server import Certificates, certificates

SAID = Path(__file__).parent / "boards_said"
HERE = "127.0.0.1"
CANARY = "127.0.0.2"  # another address of this computer, so that a connection to it tells itself apart
PAGES = {
    "boards-api.greenhouse.io/v1/boards/haldenfrey/jobs?content=true": "greenhouse.json",
    "api.lever.co/v0/postings/haldenfrey?mode=json": "lever.json",
    "api.ashbyhq.com/posting-api/job-board/haldenfrey": "ashby.json",
    "apply.workable.com/api/v1/accounts/haldenfrey": "workable.json",
    "haldenfrey.recruitee.com/api/offers/": "recruitee.json",
    "haldenfrey.jobs.personio.de/xml?language=en": "personio.xml",
    "haldenfrey.teamtailor.com/jobs.rss?per_page=100": "teamtailor.xml",
    "careers.haldenfrey.example/jobs/17": "page.html",
}
Act = Callable[["Door"], None]


@dataclass
class Told:
    """What the server does beside showing its pages, and what it was asked."""

    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    acts: dict[str, Act] = field(default_factory=dict)  # by host and path
    robots: dict[str, str] = field(default_factory=dict)  # by host
    pages: dict[str, str] = field(default_factory=lambda: dict(PAGES))
    port: int = 0
    ends: threading.Event = field(default_factory=threading.Event)

    def pages_asked(self) -> list[str]:
        """What was asked for beside robots.txt."""
        return [one for one in self.asked if not one.endswith("/robots.txt")]


class Door(BaseHTTPRequestHandler):
    """One request."""

    told: Told
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer as told."""
        where = f"{self.headers['Host'].partition(':')[0]}{self.path}"
        self.told.asked.append(where)
        self.told.headers.append(dict(self.headers))
        host = where.partition("/")[0]
        if act := self.told.acts.get(where):
            act(self)
        elif self.path == "/robots.txt" and host in self.told.robots:
            self.send(200, self.told.robots[host].encode())
        elif where == "www.workable.com/api/accounts/haldenfrey?details=true":
            self.send(302, b"", Location="https://apply.workable.com/api/v1/accounts/haldenfrey")
        elif where in self.told.pages:
            self._show((SAID / self.told.pages[where]).read_bytes())
        else:
            self.send(404, b"Nothing here.")

    def send(self, code: int, body: bytes, **headers: str) -> None:
        """One whole answer."""
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _show(self, body: bytes) -> None:
        tag = f'"{hash(body)}"'
        if self.headers.get("If-None-Match") == tag:
            self.send(304, b"", ETag=tag)
        else:
            self.send(200, gzip.compress(body), ETag=tag, Content_Encoding="gzip")

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@contextmanager
def serving(certificates: Certificates) -> Iterator[Told]:
    """The server for as long as it is needed."""
    told = Told()
    server = ThreadingHTTPServer((HERE, 0), type("DoorHere", (Door,), {"told": told}))
    server.daemon_threads = True
    server.socket = certificates.served.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    told.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield told
    finally:
        told.ends.set()
        server.shutdown()
        server.server_close()


def line_to(told: Told, certificates: Certificates, **changes: object) -> Line:
    """A line on which every name leads to the server, whose own address alone counts as public."""
    made = {"resolve": lambda _: [HERE], "allows": lambda ip: ip == HERE, "port": told.port, "seconds": 5.0}
    certificates.trusted.check_hostname = False
    return Line(**made | {"trusts": lambda: certificates.trusted} | changes)  # type: ignore[arg-type]


@contextmanager
def canary(port: int = 0) -> Iterator[tuple[int, list[str]]]:
    """A listener that notes every connection; gives its port and the notes."""
    reached: list[str] = []
    doors = [_listening(CANARY, port)]
    if not port:
        port = doors[0].getsockname()[1]
        doors.append(_listening(HERE, port))
    for door in doors:
        threading.Thread(target=_note, args=(door, reached), daemon=True).start()
    try:
        yield port, reached
    finally:
        for door in doors:
            door.shutdown(socket.SHUT_RDWR)  # whoever waits there is woken, and the port is free again
            door.close()


def _listening(address: str, port: int) -> socket.socket:
    return socket.create_server((address, port))


def _note(door: socket.socket, reached: list[str]) -> None:
    while True:
        try:
            caller, where = door.accept()
        except OSError:
            return
        reached.append(str(where))
        caller.close()


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """What a server shows to be believed."""
    return certificates(tmp_path_factory.mktemp("papers"))


@pytest.fixture
def told(papers: Certificates) -> Iterator[Told]:
    """A server of boards that shows its pages; what it is told to do beside, and what it was asked."""
    with serving(papers) as server:
        yield server
