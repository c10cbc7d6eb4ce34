"""Ask an employer's board once, from an address that was checked, with a limit on everything it may answer."""

import http.client
import ipaddress
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import unquote, urljoin, urlsplit

from highroad.steps.keep_going.openings.robots import may_read

AGENT = "HighRoad/0.1 (a program on one person's own computer)"
LARGEST = 12 * 1024 * 1024  # bytes on the way
UNPACKED = 4  # times as many, once unpacked

LARGEST_ROBOTS = 500 * 1024
MOST_HOPS = 3
LONGEST_TAG = 300  # of an ETag worth keeping
HTTPS = 443
MOVED = frozenset((301, 302, 303, 307, 308))
NO_RULES = frozenset((401, 403, 404, 410))  # RFC 9309 2.3.1.3: no robots.txt, no rules
MOST_MINUTES = 24 * 60
_NOT_OPEN = """
    64:ff9b::/96 64:ff9b:1::/48 2002::/16 2001::/32 fec0::/10 3fff::/20 100.64.0.0/10 192.0.0.0/24 192.88.99.0/24
"""  # what ipaddress takes for global, and what leads inside by another way of writing
_SHARED = tuple(map(ipaddress.ip_network, _NOT_OPEN.split()))


class Trouble(StrEnum):
    """Why a board brought nothing."""

    UNREACHABLE = "unreachable"
    INSIDE = "inside"  # the name leads into a private network
    ELSEWHERE = "elsewhere"  # it sends on to a host that was not allowed
    ROBOTS = "robots"
    REFUSED = "refused"
    GONE = "gone"
    WAIT = "wait"
    TOO_BIG = "too_big"
    TOO_SLOW = "too_slow"
    BROKEN = "broken"
    FAILED = "failed"  # the server says that it is in trouble


class NotRead(Exception):
    """Nothing came of it; `minutes` is how long the board asks to be left alone."""

    def __init__(self, why: Trouble, *, minutes: int = 0) -> None:
        super().__init__(why)
        self.why = why
        self.minutes = minutes


@dataclass(frozen=True, slots=True)
class Kept:
    """What an answer is known by, so that an unchanged one need not be sent again."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a board sent; `text` is None when nothing has changed."""

    text: str | None
    kept: Kept


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also when it is packed into another."""
    found = ipaddress.ip_address(address.partition("%")[0])
    packed = getattr(found, "ipv4_mapped", None)
    if packed is not None:
        return is_public(str(packed))
    if any(found in shared for shared in _SHARED if shared.version == found.version):
        return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def addresses_of(host: str) -> list[str]:
    """Every IP address a name leads to."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, HTTPS, type=socket.SOCK_STREAM)]


@dataclass(frozen=True, slots=True)
class Line:
    """How the outside is reached."""

    resolve: Callable[[str], list[str]] = addresses_of
    allows: Callable[[str], bool] = is_public
    port: int = HTTPS
    trusts: Callable[[], ssl.SSLContext] = ssl.create_default_context
    seconds: float = 30.0
    largest: int = LARGEST


def ask(address: str, *, hosts: tuple[str, ...], kept: Kept = Kept(), line: Line = Line()) -> Answer:
    """What stands at an address; only these hosts are asked, each after its robots.txt. Raises NotRead."""
    with _under_a_limit(line) as asked:
        for _ in range(MOST_HOPS + 1):
            host, path = _parts(address, hosts)
            asked.check_rules(host, path)
            sent = asked.get(host, path, kept=kept)
            if sent.code not in MOVED:
                return _answer(sent, kept)
            address = _onward(address, sent.told("Location"))
        raise NotRead(Trouble.ELSEWHERE)


@dataclass(frozen=True, slots=True)
class _Sent:
    code: int
    headers: http.client.HTTPMessage
    raw: bytes

    def told(self, name: str) -> str:
        return self.headers.get(name) or ""


@dataclass(slots=True)
class _Asked:
    """One look at a board: its line, the hosts whose rules are known, and whether time is up."""

    line: Line
    open_socket: socket.socket | None = None
    is_over: bool = False
    rules: dict[str, str] = field(default_factory=dict)

    def check_rules(self, host: str, path: str) -> None:
        """Raise NotRead unless the host's robots.txt lets this path be read; asked once a look."""
        if host not in self.rules:
            self.rules[host] = self._rules_of(host)
        if not may_read(self.rules[host], unquote(path)):
            raise NotRead(Trouble.ROBOTS)

    def get(self, host: str, path: str, *, kept: Kept, largest: int | None = None) -> _Sent:
        """One answer, whole."""
        connection = _Checked(self, host)
        try:
            connection.request("GET", path, headers=_headers(kept))
            answer = connection.getresponse()
            raw = _whole(answer, largest or self.line.largest) if answer.status not in MOVED else b""
        except NotRead:
            raise
        except (OSError, http.client.HTTPException, ValueError) as error:
            slow = self.is_over or isinstance(error, TimeoutError)
            raise NotRead(Trouble.TOO_SLOW if slow else Trouble.UNREACHABLE) from error
        finally:
            connection.close()
        if self.is_over:
            raise NotRead(Trouble.TOO_SLOW)
        return _Sent(answer.status, answer.headers, raw)

    def end(self) -> None:
        """Time is up: whoever waits at the socket is woken."""
        self.is_over = True
        if self.open_socket is not None:
            try:
                self.open_socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                return

    def _rules_of(self, host: str) -> str:
        sent = self.get(host, "/robots.txt", kept=Kept(), largest=LARGEST_ROBOTS)
        if sent.code in NO_RULES:
            return ""
        if sent.code != http.client.OK:  # rules that cannot be read are kept as if they forbade
            raise NotRead(Trouble.ROBOTS)
        return unquote(_text(sent.raw, ""))


class _Checked(http.client.HTTPSConnection):
    """A connection to the very IP address that was checked, so that no second look-up can lead elsewhere."""

    def __init__(self, asked: _Asked, host: str) -> None:
        super().__init__(host, HTTPS, timeout=asked.line.seconds)
        self.asked = asked

    def connect(self) -> None:
        """Look the name up once, refuse it when any of its addresses is not public, and go to the first."""
        line = self.asked.line
        try:
            found = line.resolve(self.host)
        except (OSError, UnicodeError) as error:
            raise NotRead(Trouble.UNREACHABLE) from error
        if not found or not all(map(line.allows, found)):
            raise NotRead(Trouble.INSIDE)
        plain = socket.create_connection((found[0], line.port), timeout=line.seconds)
        self.asked.open_socket = plain
        self.sock = line.trusts().wrap_socket(plain, server_hostname=self.host)
        self.asked.open_socket = self.sock


@contextmanager
def _under_a_limit(line: Line) -> Iterator[_Asked]:
    """A look that ends in time, however slowly it is answered."""
    asked = _Asked(line)
    timer = threading.Timer(line.seconds, asked.end)
    timer.daemon = True
    timer.start()
    try:
        yield asked
    finally:
        timer.cancel()


def _onward(address: str, location: str) -> str:
    try:
        return urljoin(address, location)
    except ValueError as error:
        raise NotRead(Trouble.ELSEWHERE) from error


def _parts(address: str, hosts: tuple[str, ...]) -> tuple[str, str]:
    """Host and path of an address we may ask; raises NotRead for any other."""
    try:
        parts = urlsplit(address)
        host, port, name = parts.hostname or "", parts.port, parts.username
    except ValueError as error:
        raise NotRead(Trouble.ELSEWHERE) from error
    path = parts.path or "/"
    if parts.scheme != "https" or host not in hosts or port not in (None, HTTPS) or name is not None:
        raise NotRead(Trouble.ELSEWHERE)
    return host, path + (f"?{parts.query}" if parts.query else "")


def _headers(kept: Kept) -> dict[str, str]:
    known = {"If-None-Match": kept.etag, "If-Modified-Since": kept.modified}
    told = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "gzip", "Connection": "close"}
    return told | {name: value for name, value in known.items() if value}


def _whole(answer: http.client.HTTPResponse, largest: int) -> bytes:
    """The body, unpacked; raises NotRead when it is too big, or was cut off."""
    raw = answer.read(largest + 1)
    if len(raw) > largest:
        raise NotRead(Trouble.TOO_BIG)
    if answer.length:
        raise NotRead(Trouble.BROKEN)
    if (answer.headers.get("Content-Encoding") or "").lower() != "gzip":
        return raw
    unpacking = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        unpacked = unpacking.decompress(raw, largest * UNPACKED)
    except zlib.error as error:
        raise NotRead(Trouble.BROKEN) from error
    if unpacking.unconsumed_tail:
        raise NotRead(Trouble.TOO_BIG)
    if not unpacking.eof:
        raise NotRead(Trouble.BROKEN)
    return unpacked


def _answer(sent: _Sent, kept: Kept) -> Answer:
    if sent.code == http.client.NOT_MODIFIED:
        return Answer(None, kept)
    if sent.code != http.client.OK:
        raise NotRead(_trouble(sent.code), minutes=_minutes(sent.told("Retry-After")))
    tag, modified = sent.told("ETag"), sent.told("Last-Modified")
    known = Kept(tag if _is_plain(tag) else "", modified if _is_plain(modified) else "")
    return Answer(_text(sent.raw, sent.headers.get_content_charset() or ""), known)


def _trouble(code: int) -> Trouble:
    if code in (http.client.TOO_MANY_REQUESTS, http.client.SERVICE_UNAVAILABLE):
        return Trouble.WAIT
    if code in (http.client.NOT_FOUND, http.client.GONE):
        return Trouble.GONE
    return Trouble.REFUSED if code < http.client.INTERNAL_SERVER_ERROR else Trouble.FAILED


def _minutes(told: str) -> int:
    """How long a server asks to be left alone, an hour when it does not say; never more than a day."""
    seconds = int(told) if told.isascii() and told.isdigit() and len(told) < 9 else 3600
    return min(MOST_MINUTES, seconds // 60 + 1)


def _is_plain(told: str) -> bool:
    return len(told) <= LONGEST_TAG and told.isascii() and told.isprintable()


def _text(raw: bytes, charset: str) -> str:
    """The letters; whatever it calls itself, it is UTF-8 or one of the two other usual ways."""
    if charset.lower() in ("iso-8859-1", "windows-1252"):
        return raw.decode("cp1252", "replace")
    return raw.decode("utf-8-sig", "replace")
