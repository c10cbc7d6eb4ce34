"""Whether mail that nothing ties together for certain is about the same try."""

from datetime import datetime, timedelta

from highroad.applications.likeness import bears, is_agency, is_long, is_shortened, like_role, same_name
from highroad.applications.strand import ENDS, FAR, Strand
from highroad.events.details.titles import has_head
from highroad.events.event import Kind

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
    for prefers in (_same_number, _same_role, _someone_known, _still_open):
        preferred = [one for one in fitting if prefers(one, strand)]
        fitting = preferred or fitting
    if len(fitting) > 1 and all(_same_role(one, strand) for one in fitting):
        return max(fitting, key=Strand.place)  # the same post again: what comes now is about the last try
    return fitting[0] if len(fitting) == 1 else None


def _fits(one: Strand, strand: Strand) -> bool:
    return _same_employer(one, strand) and _same_posting(one, strand) and _same_time(one, strand)


def _same_employer(one: Strand, strand: Strand) -> bool:
    """By name, by number or by domain; where one names no employer, by who wrote or was met."""
    if any(same_name(a, b) for a in one.names for b in strand.names):
        return True
    if any(map(is_long, one.numbers & strand.numbers)):
        return True
    if shared := one.domains & strand.domains:
        return any(_speaks_for_both(domain, one.names, strand.names) for domain in shared)
    if not one.names or not strand.names:
        return _may_be_named(one, strand)
    apart = one.domains and strand.domains
    return not apart and any(is_shortened(a, b) for a in one.names for b in strand.names)


def _speaks_for_both(domain: str, some: set[str], others: set[str]) -> bool:
    """An employer's own domain is that employer's, however it signs; an agency's speaks for many."""
    if is_agency(domain):
        some, others = ({name for name in names if not bears(domain, name)} for names in (some, others))
    if not some or not others:
        return True
    if is_agency(domain) or not any(bears(domain, name) for name in some | others):
        return any(is_shortened(a, b) for a in some for b in others)
    return True


def _may_be_named(one: Strand, strand: Strand) -> bool:
    """Whether the domain of the one without a name can be the other's, or somebody is met in both."""
    if one.people & strand.people:
        return True
    return any(
        bears(domain, name) or bears(name, domain)
        for a, b in ((one, strand), (strand, one))
        for domain in a.domains
        for name in b.names
    )


def _same_number(one: Strand, strand: Strand) -> bool:
    return bool(one.numbers & strand.numbers)


def _same_posting(one: Strand, strand: Strand) -> bool:
    if one.numbers and strand.numbers:
        return _same_number(one, strand)
    if not one.roles or not strand.roles or one.roles & strand.roles:
        return True
    if _tells_work(one) != _tells_work(strand):
        return True
    return not strand.is_start and any(like_role(a, b) for a in one.roles for b in strand.roles)


def _tells_work(strand: Strand) -> bool:
    """Whether a role names what someone does; another title is as likely a heading or a day."""
    return any(map(has_head, strand.roles))


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
