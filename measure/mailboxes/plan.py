"""Who applies where and when, whom they meet there, and how it goes."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from measure.mailboxes import content
from measure.mailboxes.content import Content, Employer
from measure.mailboxes.people import PARTS, Someone, address, names, plain, token

LIVE = timedelta(days=110)  # as long as two applications may be mixed up

_SYSTEMS = {
    "greenhouse": ("no-reply@greenhouse.io", "{}@greenhouse.io"),
    "lever": ("no-reply@hire.lever.co", "{}@hire.lever.co"),
    "workday": ("notifications@myworkday.com", "{}@myworkday.com"),
    "ashby": ("no-reply@ashbyhq.com", "{}@ashbyhq.com"),
    "smartrecruiters": ("notification@smartrecruiters.com", "reply-{}@smartrecruiters.com"),
    "icims": ("talent+autoreply@icims.com", "talent+{}@icims.com"),
    "workable": ("noreply@candidates.workablemail.com", "reply+{}@candidates.workablemail.com"),
    "recruitee": ("no-reply@recruitee.com", "reply-{}@mail.recruitee.com"),
    "personio": ("noreply@m.personio.de", "{}@m.personio.de"),
    "teamtailor": ("no-reply@teamtailor-mail.com", "{}@inbound.teamtailor-mail.com"),
}


@dataclass(frozen=True)
class Application:
    """One try at one posting, as planned."""

    id: str
    employer: Employer
    role: str
    ref: str
    start: datetime
    steps: tuple[str, ...]
    cast: Mapping[str, Someone]
    by_mail: bool
    system: str
    system_named: bool
    fixed_subject: bool

    @property
    def no_reply(self) -> str:
        """The address of the system that writes by itself."""
        if self.by_mail or not self.system:
            return f"noreply@{self.employer.domains[-1]}"
        return _SYSTEMS[self.system][0]

    @property
    def relay(self) -> str:
        """The address under which the system hands on what a person writes, or nothing."""
        if self.by_mail or not self.system:
            return ""
        return _SYSTEMS[self.system][1].format(token(f"relay {self.id}"))

    def near(self, other: "Application") -> bool:
        """Whether both are at the same employer at the same time."""
        return self.employer is other.employer and abs(self.start - other.start) < LIVE


def zone(offset: str) -> timezone:
    """The owner's time zone, from "+0100"."""
    return timezone(timedelta(hours=int(offset[:3]), minutes=int(offset[0] + offset[3:])))


def applications(name: str, written: Content, dice: random.Random) -> list[Application]:
    """All applications of a mailbox, the earliest first."""
    tries = [(employer, at) for employer in written.employers for at in range(len(employer.openings))]
    shelves = {"plain": _deal("plain", tries, dice), "agency": _deal("agency", tries, dice)}
    strangers = names(written.pool, dice)
    desks: dict[str, Someone] = {}
    starts = {employer.name: _first_day(employer, written, dice) for employer in written.employers}
    houses = {employer.name: _house(written, dice) for employer in written.employers}
    planned = []
    for employer, at in tries:
        opening = employer.openings[at]
        start = starts[employer.name] + timedelta(days=opening.after, minutes=dice.randrange(0, 600))
        steps = next(shelves["agency" if employer.agency else "plain"])
        system, named = houses[employer.name]
        planned.append(
            Application(
                id="",
                employer=employer,
                role=opening.role,
                ref=f"{employer.ref}-{dice.randrange(10200, 98999)}" if employer.ref else "",
                start=start,
                steps=steps,
                cast=_cast(employer, at, strangers, desks, dice),
                by_mail=steps[0] == "apply" or bool(employer.agency),
                system=system,
                system_named=named,
                fixed_subject=not employer.agency and dice.random() < 0.09,
            )
        )
    planned.sort(key=lambda application: application.start)
    return [_numbered(application, f"{name}-{number:03d}") for number, application in enumerate(planned, 1)]


def _numbered(application: Application, number: str) -> Application:
    fields = {**application.__dict__, "id": number}
    return Application(**fields)


def _deal(shelf: str, tries: list[tuple[Employer, int]], dice: random.Random) -> Iterator[tuple[str, ...]]:
    """As many plots as are needed, each as often as its weight says, in a mixed order."""
    needed = sum(1 for employer, _ in tries if bool(employer.agency) == (shelf == "agency"))
    stock = content.plots(shelf)
    total = sum(weight for _, weight in stock)
    steps, dealt, owed = [], 0.0, 0
    for plot, weight in stock:
        dealt += weight * needed / total
        steps += [plot] * (round(dealt) - owed)
        owed = round(dealt)
    dice.shuffle(steps)
    return iter(steps)


def _first_day(employer: Employer, written: Content, dice: random.Random) -> datetime:
    owner = written.owner
    room = owner.weeks * 7 - max(opening.after for opening in employer.openings) - 20
    day = owner.start + timedelta(days=dice.randrange(max(room, 1)))
    return datetime(day.year, day.month, day.day, 8, dice.randrange(60), tzinfo=zone(owner.offset))


def _house(written: Content, dice: random.Random) -> tuple[str, bool]:
    """Which system an employer uses, or none, and whether it signs with the employer's name."""
    system = dice.choice(written.owner.systems) if dice.random() < 0.7 else ""
    return system, dice.random() < 0.7


def _cast(
    employer: Employer,
    at: int,
    strangers: Iterator[tuple[str, str, bool]],
    desks: dict[str, Someone],
    dice: random.Random,
) -> dict[str, Someone]:
    """The people of one application; the recruiter keeps the desk over several postings."""
    cast = {}
    manner = dice.randrange(2)
    for seat, part in PARTS.items():
        desk = employer.agency or employer.name
        domain = f"{plain(desk)}.example" if employer.agency else employer.domains[0]
        if seat == "recruiter" and desk in desks and (employer.agency or at < 2):
            cast[seat] = desks[desk]
            continue
        first, last, woman = next(strangers)
        if seat != "recruiter":
            domain = employer.domains[-1 if seat == "coordinator" else 0]
        cast[seat] = Someone(first, last, woman, address(first, last, domain, manner), part)
        if seat == "recruiter":
            desks[desk] = cast[seat]
    return cast
