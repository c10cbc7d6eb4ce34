"""Today: the most useful next thing, and at most two more lines."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from django.db.models import Count, Exists, F, Q, QuerySet, Subquery

from highroad.app.models import (
    ActionRow,
    AddressRow,
    ApplicationRow,
    DeedRow,
    EventRow,
    FeedbackRow,
    MessageRow,
    OutgoingRow,
    OwnerRow,
    RecoveryRow,
    StepRow,
)
from highroad.app.queries.accounts import stopped
from highroad.app.queries.ask_for_feedback_mail import possible_answers
from highroad.app.queries.brought_up import Line, brought_up, columns
from highroad.app.queries.checks_waiting import waiting_check, waiting_week
from highroad.app.queries.held import Shown, held
from highroad.app.queries.held import columns as held_columns
from highroad.app.queries.reading import MAYBE_GOOD, unsure_rows
from highroad.events.event import STAGES, Kind, Stage
from highroad.steps import STEPS, words_of
from highroad.steps.ask_for_feedback import CLOSES, nudge_is_due
from highroad.words.content import load_toml

EVENING, MORNING = time(21), time(6)
RECENT = timedelta(days=14)  # an older no is not brought up; it can be opened from its application
LATELY = timedelta(days=28)  # how long an open recovery, or a mail that may be good, is brought up
AHEAD = timedelta(days=7)
WRITES_TO_THEM = ("ask_for_feedback", "dont_burn_bridges")  # not urged where the user thinks it broke the law
RECOVERIES = 5
SHOWN = "event_id kind at happens_at evidence by_user is_no confirmed sure".split() + [
    f"application__{name}" for name in ("application_id", "employer", "furthest_stage")
]
ALSO = 2
DATED = {Kind.INTERVIEW: "deadline", Kind.ASSESSMENT: "deadline_test", Kind.OFFER: "deadline_offer"}
QUIET = {"no"}  # a line among others, never the headline of a day
WAITS_FOR_THE_USER = (OutgoingRow.State.READY, OutgoingRow.State.UNKNOWN, OutgoingRow.State.FAILED)


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
    """The page: one card, two lines, what was done since Monday, and words to hold on to where they are wanted."""

    card: Card
    also: tuple[Card, ...]
    done: str
    mantra: Shown | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What Today looks at, loaded once; `events` by their kind of urgency, the latest first."""

    good: list[EventRow]
    dated: list[tuple[EventRow, datetime]]  # a talk, a test or an offer with a day in the week ahead, the first first
    noes: list[EventRow]
    recoveries: list[tuple[EventRow, str]]  # with the step that comes next
    asked: list[tuple[FeedbackRow, str]]  # with what there is to do: a key of the page's words
    work_on: list[ActionRow]  # by the day to look again
    unsure: int
    people: list[Line]  # someone known, a reminder, whom to write to
    asks_addresses: bool
    check: str | None  # the event of a guess whose day has come; empty: it belongs to none
    week: bool
    has_applications: bool
    outbox_waits: bool
    looks_back: bool
    mantra: int | None  # the number of the one wanted today
    account_stopped: bool


def today(owner: OwnerRow, *, now: datetime) -> Today:
    """What to show now; `now` is local, because evenings are."""
    recoveries = _recoveries(owner, now)
    found = _look(owner, recoveries, now)
    if resting := _resting(recoveries, now):
        return Today(resting, tuple(_dated(found, now))[:ALSO], "")
    cards = [card for make in CARDS for card in make(found, now)]
    if now.time() >= EVENING or now.time() < MORNING:
        cards = [Card("evening", "/take-a-moment"), *_dated(found, now), *_good(found, now)]
    lead = next(card for card in cards if card.key not in QUIET)
    also = tuple(card for card in cards if card is not lead)[:ALSO]
    works_on = found.work_on[0].text if found.work_on else ""
    mantra = held(owner, found.mantra, works_on=works_on)
    return Today(lead, also, done_since_monday(owner, now=now), mantra)


def is_new(owner: OwnerRow) -> bool:
    """Whether there is nothing here yet, so that the welcome page comes first."""
    return not (ApplicationRow.objects.filter(owner=owner).exists() or MessageRow.objects.filter(owner=owner).exists())


def _recoveries(owner: OwnerRow, now: datetime) -> list[RecoveryRow]:
    """Those that rest, and the latest that are open."""
    lately = Q(filed_at=None, opened_at__gte=now - LATELY) & ~Q(sting="")
    rows = RecoveryRow.objects.filter(Q(rests_until__gt=now) | lately, owner=owner)
    return list(rows.order_by("-opened_at")[:RECOVERIES])


def _resting(recoveries: list[RecoveryRow], now: datetime) -> Card | None:
    resting = [(row.rests_until, row) for row in recoveries if row.rests_until and row.rests_until > now]
    if not resting:
        return None
    until, row = max(resting, key=lambda rest: rest[0])
    return Card("rest", f"/no/{row.event_id}/take-a-moment", {"until": when(until.astimezone(now.tzinfo), now)})


def _look(owner: OwnerRow, recoveries: list[RecoveryRow], now: datetime) -> Found:
    """Everything in a handful of questions, whatever the record holds."""
    events = _events(owner, recoveries, now)
    flags = OwnerRow.objects.filter(pk=owner.pk).values_list(
        Exists(ApplicationRow.objects.filter(owner=owner)),
        Exists(AddressRow.objects.filter(owner=owner)),
        Exists(AddressRow.objects.filter(owner=owner, confirmed_at__isnull=False)),
        Exists(OutgoingRow.objects.filter(owner=owner, state__in=WAITS_FOR_THE_USER)),
        Exists(stopped(owner)),
        Exists(_waiting(owner, now)),
        Subquery(unsure_rows(owner).order_by().values("owner").annotate(count=Count("pk")).values("count")),
        *held_columns(owner, now=now),
        waiting_check(owner, now=now),
        waiting_week(owner, now=now),
        *columns(owner, now=now).values(),
    )
    has_applications, has_addresses, asked_before, outbox_waits, account_stopped, waits, unsure, *more = flags.get()
    daily, for_talks, looks_back, check, week, *told = more
    dated = _days_ahead(events, now)
    good = [row for row in events if row.kind in MAYBE_GOOD and not _settled(row) and row.at and row.at >= now - LATELY]
    noes = [row for row in events if row.is_no and not row.confirmed]
    shown = len(good) + sum(not _settled(row) for row in noes)
    return Found(
        good=good,
        dated=dated,
        noes=noes,
        recoveries=_next_steps(events, recoveries),
        asked=_asked(owner, now) if waits else [],
        work_on=list(
            ActionRow.objects.filter(owner=owner, done_at=None).order_by(F("review_on").asc(nulls_last=True))[:5]
        ),
        unsure=max(0, (unsure or 0) - shown),
        people=list(brought_up(*told)),
        asks_addresses=has_addresses and not asked_before,
        check=check,
        week=week,
        has_applications=has_applications,
        outbox_waits=outbox_waits,
        looks_back=looks_back,
        mantra=for_talks
        if for_talks and any(at.date() == now.date() for row, at in dated if row.kind == Kind.INTERVIEW)
        else daily,
        account_stopped=account_stopped,
    )


def _events(owner: OwnerRow, recoveries: list[RecoveryRow], now: datetime) -> list[EventRow]:
    """The events that Today may speak of, the latest first; what is older waits in its own place."""
    mine = EventRow.objects.filter(owner=owner)
    concerned = (
        mine.filter(kind__in=DATED, happens_at__gte=now, happens_at__lte=now + AHEAD),
        unsure_rows(owner).filter(kind__in=MAYBE_GOOD, at__gte=now - LATELY),
        mine.filter(is_no=True, confirmed=False, at__gte=now - RECENT),
        mine.filter(event_id__in=[row.event_id for row in recoveries]),
    )
    numbers, *more = (rows.values("pk") for rows in concerned)
    rows = EventRow.objects.filter(pk__in=numbers.union(*more))
    return list(rows.select_related("application").only(*SHOWN).order_by("-at"))


def _settled(row: EventRow) -> bool:
    return row.sure or row.by_user


def _days_ahead(events: list[EventRow], now: datetime) -> list[tuple[EventRow, datetime]]:
    """What has its day in the next seven, the first first."""
    settled = [(row, row.happens_at) for row in events if row.kind in DATED and _settled(row)]
    ahead = [(row, at.astimezone(now.tzinfo)) for row, at in settled if at and now <= at <= now + AHEAD]
    return sorted(ahead, key=lambda day: day[1])


def _next_steps(events: list[EventRow], recoveries: list[RecoveryRow]) -> list[tuple[EventRow, str]]:
    """Each open recovery with the first step that was neither done nor skipped; those with none left are over."""
    behind = set(StepRow.objects.filter(recovery__in=recoveries).values_list("recovery_id", "step"))
    of_no = {row.event_id: row for row in events}
    nexts = [
        (of_no[row.event_id], next((name for name in _steps_of(row) if (row.pk, name) not in behind), ""))
        for row in recoveries
        if row.event_id in of_no
    ]
    return [(event, step) for event, step in nexts if step]


def _asked(owner: OwnerRow, now: datetime) -> list[tuple[FeedbackRow, str]]:
    """Questions that a mail may have answered, and those whose one nudge is due."""
    rows = list(_waiting(owner, now).select_related("recovery").order_by("-asked_at"))
    maybe = possible_answers(owner, rows)
    brought_up = [
        (row, "answer" if row.pk in maybe else "nudge") for row in rows if row.pk in maybe or _nudge_is_due(row, now)
    ]
    return sorted(brought_up, key=lambda pair: pair[1])


def _waiting(owner: OwnerRow, now: datetime) -> QuerySet[FeedbackRow]:
    return FeedbackRow.objects.filter(owner=owner, answer="", asked_at__gte=now - CLOSES)


def _nudge_is_due(row: FeedbackRow, now: datetime) -> bool:
    may_be = row.asked_at and row.asked_email and row.recovery and not (row.nudged_at or row.in_talk)
    return bool(may_be and row.asked_at and nudge_is_due(row.asked_at.astimezone(now.tzinfo), now=now))


def _steps_of(row: RecoveryRow) -> list[str]:
    """The steps that may be brought up after this no."""
    return [step.name for step in STEPS if not (row.unfair_at and step.name in WRITES_TO_THEM)]


def _good(found: Found, now: datetime) -> Iterator[Card]:
    kinds: dict[str, str] = load_toml("highroad.app.content", "today.toml")["good_kinds"]
    for event in found.good:
        yield Card("good", f"/read/{event.event_id}", _about(event, now) | {"what": kinds[event.kind]}, event.evidence)


def _dated(found: Found, now: datetime) -> Iterator[Card]:
    for event, at in found.dated:
        about = _about(event, now) | {"when": when(at, now)}
        yield Card(DATED[Kind(event.kind)], f"/applications/{event.application.application_id}", about)


def _noes(found: Found, now: datetime) -> Iterator[Card]:
    """One line for the latest, however many came; the next takes its place once this one was looked at."""
    for event in [event for event in found.noes if not _light(event)][:1]:
        yield Card("no", f"/read/{event.event_id}", _about(event, now))


def _answers(found: Found, now: datetime) -> Iterator[Card]:  # noqa: ARG001
    for row, key in found.asked:
        leads_to = f"/feedback/{row.pk}"
        if key == "nudge" and row.recovery:
            leads_to = f"/no/{row.recovery.event_id}/ask-for-feedback"
        yield Card(key, leads_to, {"name": row.asked_name})


def _look_again(found: Found, now: datetime) -> Iterator[Card]:
    for row in found.work_on:
        if row.review_on and row.review_on <= now.date():
            yield Card("look_again", "/actions", {"text": row.text})


def _working_on(found: Found, now: datetime) -> Iterator[Card]:
    for row in found.work_on[:1]:
        if not row.review_on or row.review_on > now.date():
            yield Card("working_on", "/actions", {"text": row.text, "first": row.first_step or row.text})


def _open_recoveries(found: Found, now: datetime) -> Iterator[Card]:
    for event, step in found.recoveries:
        about = _about(event, now) | {"step": words_of(step)["title"].rstrip(".")}
        yield Card("recovery", f"/no/{event.event_id}", about)


def _outbox(found: Found, now: datetime) -> Iterator[Card]:  # noqa: ARG001
    if found.outbox_waits:
        yield Card("outbox", "/outbox")


def _mail_account(found: Found, now: datetime) -> Iterator[Card]:  # noqa: ARG001
    if found.account_stopped:
        yield Card("mail_account", "/settings/mail")


def _short_ones(found: Found, now: datetime) -> Iterator[Card]:
    light = [event for event in found.noes if _light(event)]
    if len(light) > 1:
        yield Card("batch", "/no/batch", {"count": len(light)})
    elif light:
        yield Card("no", f"/read/{light[0].event_id}", _about(light[0], now))


def _unsure(found: Found, now: datetime) -> Iterator[Card]:  # noqa: ARG001
    if found.unsure:
        yield Card("unsure" if found.unsure > 1 else "unsure_one", "/review", {"count": found.unsure})


def _checks(found: Found, now: datetime) -> Iterator[Card]:  # noqa: ARG001
    if found.check is not None:
        yield Card("check", f"{f'/no/{found.check}' if found.check else ''}/take-a-moment/check")


def _week(found: Found, now: datetime) -> Iterator[Card]:  # noqa: ARG001
    if found.week:
        yield Card("week", "/week")


def _addresses(found: Found, now: datetime) -> Iterator[Card]:  # noqa: ARG001
    if found.asks_addresses:
        yield Card("addresses", "/settings/addresses")


def _people(found: Found, now: datetime) -> Iterator[Card]:  # noqa: ARG001
    for key, url, about in found.people:
        yield Card(key, url, dict(about))


def _look_back(found: Found, now: datetime) -> Iterator[Card]:  # noqa: ARG001
    if found.looks_back:
        yield Card("look_back", "/thoughts/week")


def _next_thing(found: Found, now: datetime) -> Iterator[Card]:  # noqa: ARG001
    yield Card("next", "/keep-going") if found.has_applications else Card("begin", "/paste")


# What has its day comes first, then what may be good, then what hurts, then what is open, then what is always there.
CARDS: tuple[Callable[[Found, datetime], Iterator[Card]], ...] = (
    _dated,
    _good,
    _noes,
    _answers,
    _checks,
    _open_recoveries,
    _outbox,
    _mail_account,
    _people,
    _short_ones,
    _look_again,
    _unsure,
    _addresses,
    _look_back,
    _week,
    _next_thing,
    _working_on,
)


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
