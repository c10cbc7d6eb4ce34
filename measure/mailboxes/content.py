"""What was written by hand: people, employers, letters and plots, read from the files beside this one."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Opening:
    """One posting of an employer: its title, and how many days after the employer's first one it was answered."""

    role: str
    after: int


@dataclass(frozen=True)
class Employer:
    """An employer with all spellings of its name and all domains its mail comes from."""

    name: str
    also: tuple[str, ...]
    domains: tuple[str, ...]
    openings: tuple[Opening, ...]
    ref: str
    place: str
    lang: str
    agency: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling, the full one first."""
        return (self.name, *self.also)


@dataclass(frozen=True)
class Letter:
    """A letter with slots. Without a subject it answers the mail before it."""

    table: str
    lang: str
    body: str
    subject: str
    by: str
    to: str
    agency: bool
    needs: str
    ics: tuple[str, ...]


@dataclass(frozen=True)
class Notice:
    """A mail with slots that belongs to no application."""

    kind: str
    body: str
    subject: str
    sender: str
    to: str
    agency: str
    part: str
    own: bool
    bulk: bool


@dataclass(frozen=True)
class Owner:
    """The person whose mailbox it is."""

    name: str
    email: str
    lang: str
    start: date
    weeks: int
    offset: str
    systems: tuple[str, ...]


@dataclass(frozen=True)
class Pool:
    """Names out of which the people met are made."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    last: tuple[str, ...]


@dataclass(frozen=True)
class Content:
    """All that is written for one mailbox."""

    owner: Owner
    pool: Pool
    employers: tuple[Employer, ...]
    others: tuple[str, ...]
    letters: tuple[Letter, ...]
    notices: tuple[Notice, ...]
    picks: Mapping[str, tuple[str, ...]]


@cache
def load(name: str) -> Content:
    """The content of one mailbox."""
    folder = HERE / name
    person = _toml(folder / "person.toml")
    noise = _toml(folder / "noise.toml")
    return Content(
        owner=_owner(person),
        pool=Pool(tuple(person["first_f"]), tuple(person["first_m"]), tuple(person["last"])),
        employers=tuple(_employer(entry, person["lang"]) for entry in person["employers"]),
        others=tuple(person["others"]),
        letters=tuple(letter for path in sorted(folder.glob("letters.*.toml")) for letter in _letters(path)),
        notices=tuple(_notice(kind, entry) for kind in noise if kind != "pick" for entry in noise[kind]),
        picks={slot: tuple(words) for slot, words in noise["pick"].items()},
    )


@cache
def plots(shelf: str) -> tuple[tuple[tuple[str, ...], int], ...]:
    """The plots of a shelf ("plain", "agency"), each with its weight."""
    return tuple((tuple(plot.split()), weight) for plot, weight in _toml(HERE / "plots.toml")[shelf].items())


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _owner(person: Mapping[str, Any]) -> Owner:
    return Owner(
        name=person["name"],
        email=person["email"],
        lang=person["lang"],
        start=person["from"],
        weeks=person["weeks"],
        offset=person["offset"],
        systems=tuple(person["systems"]),
    )


def _employer(entry: Mapping[str, Any], lang: str) -> Employer:
    return Employer(
        name=entry["name"],
        also=tuple(entry.get("also", ())),
        domains=tuple(entry["domains"]),
        openings=tuple(_opening(words) for words in entry["roles"]),
        ref=entry.get("ref", ""),
        place=entry["place"],
        lang=entry.get("lang", lang),
        agency=entry.get("agency", ""),
    )


def _opening(words: str) -> Opening:
    role, _, after = words.rpartition("+")
    return Opening(role, int(after)) if role and after.isdigit() else Opening(words, 0)


def _letters(path: Path) -> list[Letter]:
    lang = path.name.split(".")[1]
    return [_letter(table, lang, entry) for table, entries in _toml(path).items() for entry in entries]


def _letter(table: str, lang: str, entry: Mapping[str, Any]) -> Letter:
    return Letter(
        table=table,
        lang=lang,
        body=entry["body"].strip() + "\n",
        subject=entry.get("subject", ""),
        by=entry.get("by", "system"),
        to=entry.get("to", ""),
        agency=entry.get("agency", False),
        needs=entry.get("needs", ""),
        ics=tuple(entry.get("ics", ())),
    )


def _notice(kind: str, entry: Mapping[str, Any]) -> Notice:
    return Notice(
        kind=kind,
        body=entry["body"].strip() + "\n",
        subject=entry["subject"],
        sender=entry.get("from", ""),
        to=entry.get("to", ""),
        agency=entry.get("agency", ""),
        part=entry.get("part", "recruiter"),
        own=entry.get("own", False),
        bulk=entry.get("bulk", kind == "alert"),
    )
