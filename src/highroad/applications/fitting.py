"""Whether mail that nothing ties together for certain is about the same try."""

from datetime import datetime, timedelta

from highroad.applications.links import name_key
from highroad.applications.strand import ENDS, FAR, Strand
from highroad.events.event import Kind

LEVELS = frozenset("intern junior mid senior staff principal lead head chief trainee graduate werkstudent".split())

# Judgement, not measured: a posting lives about 45 days (base rates of the house), and slow employers take months.
SAME_START = timedelta(days=30)  # applied and its confirmation, when both name the role
SAME_START_UNNAMED = timedelta(days=7)  # an own letter and its confirmation, when one leaves it out
SAME_TRY = timedelta(days=270)
AT_ONCE = timedelta(days=1)
NEVER = timedelta(-1)
AFTERWARDS = timedelta(days=60)  # thanks, second copies and second thoughts after the end


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
    """Where one names no employer, sharing a key is all there is: its domain is the other's, or the other's name."""
    if not one.employers or not strand.employers:
        return bool(one.keys & strand.keys)
    names, shared = one.employers | strand.employers, one.domains & strand.domains
    if {name_key(name) for name in one.employers} & {name_key(name) for name in strand.employers}:
        return True
    return any(_is_own(domain, names) for domain in shared) or (bool(shared) and _is_shortened(one, strand))


def _is_own(domain: str, employers: set[str]) -> bool:
    """Whether a domain bears an employer's name; then whatever comes from it is that employer's, however it signs."""
    return any(name_key(name).startswith(name_key(domain)) for name in employers)


def _is_shortened(one: Strand, strand: Strand) -> bool:
    return any(_begins_with(a, b) or _begins_with(b, a) for a in one.employers for b in strand.employers)


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
