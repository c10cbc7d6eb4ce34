"""Where a board can be read: from an address a person copied to the feed its hiring system publishes."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from highroad.words.content import load_toml

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")
_ADDRESS = re.compile(r"(?:https://)?(?P<host>[^/?#\s@:\\]{4,253})(?P<path>/[^\s\\#]{0,900})?(?:#\S*)?", re.ASCII)
_NUMBER = re.compile(r"(?:\[[0-9a-f:.%]+\]|[\d.]+)(?::\d+)?")  # an IP address, with its port
_NO_NAME = frozenset("www jobs apply app api help support docs blog careers boards job-boards embed j".split())


class System(StrEnum):
    """The hiring systems whose public feeds we read, and a page of the employer's own."""

    GREENHOUSE = "greenhouse"
    LEVER = "lever"
    ASHBY = "ashby"
    WORKABLE = "workable"
    RECRUITEE = "recruitee"
    PERSONIO = "personio"
    TEAMTAILOR = "teamtailor"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Feed:
    """What is read, and every host that may be asked for it; the first is asked first."""

    system: System
    token: str
    address: str
    hosts: tuple[str, ...]


class NoFeed(ValueError):
    """This cannot be a board, as its address alone tells; `why` is a key of the sentences in feeds.toml."""

    def __init__(self, why: str) -> None:
        super().__init__(_content()["refused"][why])
        self.why = why


class NeverRead(ValueError):
    """A site whose rules forbid programs."""

    def __init__(self) -> None:
        super().__init__(_content()["refused"]["never"])


def feed_of(address: str) -> Feed:
    """The feed behind a board's address, else the page itself; asks nobody. Raises NoFeed or NeverRead."""
    typed = address.strip()
    parts = _ADDRESS.fullmatch(typed)
    host = parts["host"].lower().rstrip(".") if parts else ""
    if parts is None or not _HOST.fullmatch(host):
        raise NoFeed(_why_not(typed))
    if any(_is_at(host, never) or f"{never.split('.')[0]}." in host for never in _content()["never"]["hosts"]):
        raise NeverRead
    path = parts["path"] or "/"
    known = _known(host, path)
    if known is None and (why := _why_never(host)):
        raise NoFeed(why)
    return known or Feed(System.PAGE, "", f"https://{host}{path}", (host,))


def _why_not(typed: str) -> str:
    """What is wrong with an address that cannot be asked as it is written."""
    if not typed:
        return "nothing"
    scheme, _, rest = typed.rpartition("://")
    if scheme.lower() not in ("", "http", "https"):
        return "scheme"
    host = re.split(r"[/?#]", rest, maxsplit=1)[0].lower()
    name = host.rpartition("@")[2].partition(":")[0]
    if not scheme and "." not in name and name != "localhost":
        return "typing"
    if _NUMBER.fullmatch(host):
        return "number"
    if why := _why_never(name):
        return why
    return "http" if scheme.lower() == "http" else "door" if set(host) & set("@:") else "typing"


def _why_never(host: str) -> str:
    """Why a name is never asked, or nothing: it leads inside, or to a hiring system as a whole."""
    if re.fullmatch(r"[\w-]+", host) or any(_is_at(host, name) for name in _content()["inside"]["names"]):
        return "inside"
    return "whose" if any(_is_at(host, home) for home in _content()["home"]["hosts"]) else ""


def _is_at(host: str, name: str) -> bool:
    return host == name or host.endswith(f".{name}")


def employer_in(address: str) -> str:
    """The employer's name as the address of a posting on a hiring system tells it; nothing elsewhere."""
    try:
        token = feed_of(address.replace("http://", "https://", 1)).token
    except ValueError:
        return ""
    return " ".join(word.capitalize() for word in re.split(r"[-_.]+", token) if word)


def _known(host: str, path: str) -> Feed | None:
    where = f"{host}{path}"
    for system, way in _ways():
        found = re.match(way["address"], where)
        if found and found["token"].lower() not in _NO_NAME:
            told = found.groupdict()
            hosts = tuple(one.format(**told) for one in way["hosts"])
            return Feed(system, told["token"], f"https://{hosts[0]}{way['path'].format(**told)}", hosts)
    return None


@cache
def _ways() -> tuple[tuple[System, dict[str, Any]], ...]:
    return tuple((System(way["system"]), way) for way in _content()["ways"])


def _content() -> dict[str, Any]:
    return load_toml("highroad.steps.keep_going.openings", "content/feeds.toml")
