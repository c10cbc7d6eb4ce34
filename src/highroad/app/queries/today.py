"""Today: the most useful next thing, and at most two more lines."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from highroad.app.models import ApplicationRow, DeedRow, EventRow, MessageRow, OwnerRow, RecoveryRow, StepRow
from highroad.app.queries.addresses import to_confirm
from highroad.app.queries.reading import MAYBE_GOOD, unsure
from highroad.events.event import STAGES, Kind, Stage
from highroad.steps import STEPS, words_of
from highroad.words.content import load_toml

EVENING, MORNING = time(21), time(6)
RECENT = timedelta(days=14)  # an older no is not brought up; it can be opened from its application
AHEAD = timedelta(days=7)
ALSO = 2


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to show: a key into the page's words, what fills their blanks, where it leads."""

    key: str
    url: str
    about: dict[str, str | int | datetime] = field(default_factory=dict)
    quote: str = ""

    @property
    def words(self) -> dict[str, str]:
        """Title, body, button, and line and small for the short form, filled."""
        words = load_toml("highroad.app.content", "today.toml")[self.key]
        return {name: text.format(**self.about) for name, text in words.items()}


@dataclass(frozen=True, slots=True)
class Today:
    """The page: one card, two lines, and what was done since Monday."""

    card: Card
    also: tuple[Card, ...]
    done: str


def today(owner: OwnerRow, *, now: datetime) -> Today:
    """What to show now; `now` is local, because evenings are."""
    if resting := _resting(owner, now):
        return Today(resting, (), "")
    late = now.time() >= EVENING or now.time() < MORNING
    cards = [card for find in FIND for card in find(owner, now)]
    if late:
        cards = [Card("evening", "/take-a-moment"), *(card for card in cards if card.key == "good")]
    return Today(cards[0], tuple(cards[1 : 1 + ALSO]), done_since_monday(owner, now=now))


def is_new(owner: OwnerRow) -> bool:
    """Whether there is nothing here yet, so that the welcome page comes first."""
    return not (MessageRow.objects.filter(owner=owner).exists() or ApplicationRow.objects.filter(owner=owner).exists())


def _resting(owner: OwnerRow, now: datetime) -> Card | None:
    recovery = RecoveryRow.objects.filter(owner=owner, rests_until__gt=now).order_by("-rests_until").first()
    if recovery is None or recovery.rests_until is None:
        return None
    until = when(recovery.rests_until.astimezone(now.tzinfo), now)
    return Card("rest", f"/no/{recovery.event_id}/take-a-moment", {"until": until})


def _maybe_good(owner: OwnerRow, now: datetime) -> Iterator[Card]:
    for event in unsure(owner):
        if event.kind in MAYBE_GOOD:
            yield Card("good", f"/read/{event.event_id}", _about(event, now), event.evidence)


def _talks(owner: OwnerRow, now: datetime) -> Iterator[Card]:
    recent = EventRow.objects.filter(owner=owner, kind=Kind.INTERVIEW, at__gte=now - 10 * AHEAD)
    for event in recent.select_related("application"):
        told = event.event["reading"]["happens_at"]
        at = datetime.fromisoformat(told).astimezone(now.tzinfo) if told else None
        if at and now <= at <= now + AHEAD:
            about = _about(event, now) | {"when": when(at, now)}
            yield Card("deadline", f"/applications/{event.application.application_id}", about)


def _new_noes(owner: OwnerRow, now: datetime) -> Iterator[Card]:
    for event in _unconfirmed(owner, now):
        if not _light(event):
            yield Card("no", f"/read/{event.event_id}", _about(event, now))


def _open_recoveries(owner: OwnerRow, now: datetime) -> Iterator[Card]:
    open_ones = RecoveryRow.objects.filter(owner=owner, filed_at=None, opened_at__gte=now - 2 * RECENT).exclude(
        sting=""
    )
    recoveries = {recovery.event_id: recovery for recovery in open_ones.order_by("-opened_at")[:5]}
    events = EventRow.objects.filter(owner=owner, event_id__in=recoveries).select_related("application")
    for event in events:
        recovery = recoveries[event.event_id]
        left_behind = set(StepRow.objects.filter(recovery=recovery).values_list("step", flat=True))
        ahead = [step.name for step in STEPS if step.name not in left_behind]
        if ahead:
            about = _about(event, now) | {"step": words_of(ahead[0])["title"].rstrip(".")}
            yield Card("recovery", f"/no/{event.event_id}", about)


def _short_ones(owner: OwnerRow, now: datetime) -> Iterator[Card]:
    light = [event for event in _unconfirmed(owner, now) if _light(event)]
    if len(light) > 1:
        yield Card("batch", "/no/batch", {"count": len(light)})
    elif light:
        yield Card("no", f"/read/{light[0].event_id}", _about(light[0], now))


def _unsure_others(owner: OwnerRow, now: datetime) -> Iterator[Card]:  # noqa: ARG001
    others = [event for event in unsure(owner) if event.kind not in MAYBE_GOOD and not event.is_no]
    if others:
        yield Card("unsure", "/review", {"count": len(others)})


def _addresses(owner: OwnerRow, now: datetime) -> Iterator[Card]:  # noqa: ARG001
    if to_confirm(owner):
        yield Card("addresses", "/settings/addresses")


def _next_thing(owner: OwnerRow, now: datetime) -> Iterator[Card]:  # noqa: ARG001
    if ApplicationRow.objects.filter(owner=owner).exists():
        yield Card("next", "/keep-going")
    else:
        yield Card("begin", "/paste")


# What cannot wait comes first, then what hurts, then what is open, then what is always there.
FIND: tuple[Callable[[OwnerRow, datetime], Iterator[Card]], ...] = (
    _maybe_good,
    _talks,
    _new_noes,
    _open_recoveries,
    _short_ones,
    _unsure_others,
    _addresses,
    _next_thing,
)


def _unconfirmed(owner: OwnerRow, now: datetime) -> list[EventRow]:
    noes = EventRow.objects.filter(owner=owner, is_no=True, confirmed=False, at__gte=now - RECENT)
    return list(noes.select_related("application").order_by("-at"))


def _light(event: EventRow) -> bool:
    return STAGES.index(Stage(event.application.furthest_stage)) < STAGES.index(Stage.SCREEN)


def _about(event: EventRow, now: datetime) -> dict[str, str | int | datetime]:
    came = when(event.at.astimezone(now.tzinfo), now) if event.at else "some time ago"
    return {"employer": event.application.employer or "Someone", "came": came}


def when(moment: datetime, now: datetime) -> str:
    """A moment as one would say it now: "today, 16:12", "tomorrow, 9:00", "Tuesday, 9:10", "3 November"."""
    days = (moment.date() - now.date()).days
    clock = f"{moment.hour}:{moment:%M}"
    if -1 <= days <= 1:
        return f"{('yesterday', 'today', 'tomorrow')[days + 1]}, {clock}"
    return f"{moment:%A}, {clock}" if abs(days) < 7 else f"{moment.day} {moment:%B}"


def done_since_monday(owner: OwnerRow, *, now: datetime) -> str:
    """What the user did this week as a list in words; empty when nothing. Effort is counted, outcomes are not."""
    monday = (now - timedelta(days=now.weekday())).replace(hour=0, minute=0, second=0, microsecond=0)
    counts = Counter(DeedRow.objects.filter(owner=owner, at__gte=monday).values_list("kind", flat=True))
    words: dict[str, list[str]] = load_toml("highroad.app.content", "today.toml")["deeds"]
    return ", ".join(
        one if counts[kind] == 1 else many.format(count=counts[kind])
        for kind, (one, many) in words.items()
        if counts[kind]
    )
