"""Where a board can be read: from an address a person copied to the feed its hiring system publishes."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from highroad.words.content import load_toml

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")
_ADDRESS = re.compile(r"(?:https://)?(?P<host>[^/?#\s@:\\]{4,253})(?P<path>/[^\s\\#]{0,900})?(?:#\S*)?", re.ASCII)
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
    """This is no address of a board."""

    def __init__(self) -> None:
        super().__init__(
            "This does not look like the address of a careers page. It begins with https, and a name follows."
        )


class NeverRead(ValueError):
    """A site whose rules forbid programs."""

    def __init__(self) -> None:
        super().__init__(
            "This site does not let programs read it, so we do not. The employer’s own careers page works."
        )


def feed_of(address: str) -> Feed:
    """The feed behind a board's address, else the page itself; raises NoFeed or NeverRead."""
    parts = _ADDRESS.fullmatch(address.strip())
    host = parts["host"].lower().rstrip(".") if parts else ""
    if parts is None or not _HOST.fullmatch(host):
        raise NoFeed
    if any(host == never or host.endswith(f".{never}") or f"{never.split('.')[0]}." in host for never in _never()):
        raise NeverRead
    path = parts["path"] or "/"
    return _known(host, path) or Feed(System.PAGE, "", f"https://{host}{path}", (host,))


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


def _never() -> list[str]:
    never: list[str] = _content()["never"]["hosts"]
    return never


def _content() -> dict[str, Any]:
    return load_toml("highroad.steps.keep_going.openings", "content/feeds.toml")
