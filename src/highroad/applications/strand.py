"""Events that belong together so far, with what tells whether more of them do."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from highroad.applications.correction import ApplicationIs, Correction
from highroad.events.details.hosts import domain_stem
from highroad.events.details.names import employer_key
from highroad.events.details.role import role_key
from highroad.events.event import Event, Kind, Reading

FAR = datetime.max.replace(tzinfo=UTC)
STARTS = frozenset({Kind.APPLIED, Kind.CONFIRMATION})
NOT_ABOUT = frozenset({Kind.ALERT, Kind.OTHER})
ENDS = frozenset({Kind.REJECTION, Kind.WITHDRAWAL, Kind.ACCEPTED})
LEVELS = frozenset("intern junior mid senior staff principal lead head chief trainee graduate werkstudent".split())

# Judgement, not measured: a posting lives about 45 days (base rates of the house), and slow employers take months.
SAME_START = timedelta(days=30)  # applied and its confirmation, when both name the role
SAME_START_UNNAMED = timedelta(days=7)  # an own letter and its confirmation, when one leaves it out
SAME_TRY = timedelta(days=270)
AT_ONCE = timedelta(days=1)
NEVER = timedelta(-1)
AFTERWARDS = timedelta(days=60)  # thanks, second copies and second thoughts after the end


def in_time(event: Event) -> tuple[datetime, str]:
    """Sorts events by time, those without a date last."""
    return event.at or FAR, event.id


@dataclass(slots=True)
class Strand:
    """A growing application. `telling` are the events that say what it is about; the others are only carried along."""

    events: list[Event]
    telling: list[Event]
    employers: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    domains: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)

    def take_in(self, other: "Strand") -> None:
        """Grow by the events of another."""
        self.events += other.events
        self.telling = sorted(self.telling + other.telling, key=in_time)
        self.employers |= other.employers
        self.roles |= other.roles
        self.domains |= other.domains
        self.people |= other.people

    @property
    def name(self) -> str:
        """Tells strands apart."""
        return self.events[0].id

    @property
    def keys(self) -> set[str]:
        """What another strand must share to be compared at all."""
        return {f"employer:{key}" for key in self.employers} | {f"domain:{domain}" for domain in self.domains}

    @property
    def begins(self) -> datetime:
        """When its first event was."""
        return self.telling[0].at or FAR

    def place(self) -> tuple[datetime, str]:
        """Sorts strands by their first event."""
        return in_time(self.telling[0])

    @property
    def is_start(self) -> bool:
        """Whether it begins with someone applying."""
        return self.telling[0].kind in STARTS


def strand_of(events: list[Event], corrections: Iterable[Correction] = ()) -> Strand:
    """A strand with what its events and the user say about employer, role, domain and people."""
    telling = [event for event in events if event.kind not in NOT_ABOUT]
    called: list[Reading | ApplicationIs] = [event.reading for event in telling]
    called += [said for said in corrections if isinstance(said, ApplicationIs)]
    return Strand(
        events=events,
        telling=sorted(telling, key=in_time),
        employers={employer_key(said.employer) for said in called if said.employer},
        roles={role_key(said.role) for said in called if said.role},
        domains=_some(domain_stem(event.sender_domain) for event in telling),
        people=_some(person.email for event in telling for person in event.reading.people),
    )


def _some(keys: Iterable[str | None]) -> set[str]:
    return {key for key in keys if key}


def best_fit(tries: list[Strand], strand: Strand) -> Strand | None:
    """The one earlier try this strand continues; None when there is none, or when we cannot tell which."""
    fitting = [one for one in tries if _fits(one, strand)]
    for prefers in (_same_role, _still_open, _someone_known):
        preferred = [one for one in fitting if prefers(one, strand)]
        fitting = preferred or fitting
    return fitting[0] if len(fitting) == 1 else None


def _fits(one: Strand, strand: Strand) -> bool:
    return _same_employer(one, strand) and _same_posting(one, strand) and _same_time(one, strand)


def _same_employer(one: Strand, strand: Strand) -> bool:
    if not one.employers or not strand.employers:
        return bool(one.domains & strand.domains)
    if one.employers & strand.employers:
        return True
    shorter_name = any(_begins_with(a, b) or _begins_with(b, a) for a in one.employers for b in strand.employers)
    return bool(one.domains & strand.domains) and shorter_name


def _begins_with(name: str, start: str) -> bool:
    return f"{name} ".startswith(f"{start} ")


def _same_posting(one: Strand, strand: Strand) -> bool:
    if not one.roles or not strand.roles or one.roles & strand.roles:
        return True
    return not strand.is_start and any(_shortened(a, b) for a in one.roles for b in strand.roles)


def _shortened(one: str, other: str) -> bool:
    """Whether later mail names the same role in fewer words, as it does once everyone knows which."""
    longer, shorter = sorted((set(one.split()), set(other.split())), key=len, reverse=True)
    return shorter < longer and len(shorter) > 1 and not LEVELS & (longer - shorter)


def _same_time(one: Strand, strand: Strand) -> bool:
    if FAR in (one.begins, strand.begins):
        return True
    ended = _ended_at(one, strand.begins)
    if ended:
        return not strand.is_start and strand.begins - ended <= AFTERWARDS
    since = strand.begins - max(event.at for event in one.telling if event.at and event.at <= strand.begins)
    return since <= (_longest_pause_before_start(one, strand) if strand.is_start else SAME_TRY)


def _longest_pause_before_start(one: Strand, strand: Strand) -> timedelta:
    """A job board and the hiring system behind it both confirm at once; one of them twice means a second try."""
    if one.roles & strand.roles:
        return SAME_START
    begun = strand.telling[0]
    confirmed_by = {event.sender_domain for event in one.telling if event.kind is begun.kind}
    if begun.sender_domain in confirmed_by:
        return NEVER
    return AT_ONCE if confirmed_by else SAME_START_UNNAMED


def _ended_at(one: Strand, before: datetime) -> datetime | None:
    """When the try had ended by then; what came after an end reopens it."""
    ended = None
    for event in one.telling:
        if event.at and event.at <= before:
            if event.kind in ENDS and (event.reading.sure or event.by_user):
                ended = event.at
            elif event.kind in (Kind.INTERVIEW, Kind.ASSESSMENT, Kind.OFFER):
                ended = None
    return ended


def _same_role(one: Strand, strand: Strand) -> bool:
    return bool(one.roles & strand.roles)


def _still_open(one: Strand, strand: Strand) -> bool:
    return not _ended_at(one, strand.begins)


def _someone_known(one: Strand, strand: Strand) -> bool:
    return bool(one.people & strand.people)
