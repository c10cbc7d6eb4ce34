"""Today: the most useful next thing, at most two more lines, and the quiet ways back."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Count, Exists, F, Q, QuerySet, Subquery

from highroad.app.models import (
    ActionRow,
    AddressRow,
    ApplicationRow,
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
from highroad.app.queries.brought_up import brought_up, columns
from highroad.app.queries.checks_waiting import waiting_check, waiting_week
from highroad.app.queries.days_ahead import has_its_day
from highroad.app.queries.effort import done_since_monday
from highroad.app.queries.held import Shown, held
from highroad.app.queries.held import columns as held_columns
from highroad.app.queries.keep_going import said_not_today
from highroad.app.queries.reading import MAYBE_GOOD, unsure_rows
from highroad.app.queries.today_cards import CARDS, DATED, Card, Found, dated, days, good, unsettled, way_back, when
from highroad.app.queries.undated import LATELY, undated
from highroad.app.queries.way_back import left_alone
from highroad.events.event import Kind
from highroad.steps import STEPS
from highroad.steps.ask_for_feedback import CLOSES, nudge_is_due

EVENING, MORNING = time(21), time(6)
RECENT = timedelta(days=14)  # an older no is not brought up; it can be opened from its application
AHEAD = timedelta(days=7)
WRITES_TO_THEM = ("ask_for_feedback", "dont_burn_bridges")  # not urged where the user thinks it broke the law
RECOVERIES = 5
SHOWN = "event_id kind at happens_at evidence by_user is_no confirmed sure moves called_off".split() + [
    f"application__{name}" for name in ("application_id", "employer", "furthest_stage")
]
ALSO = 2
MOST_NEAR = 5
QUIET = {"no"}  # a line among others, never the headline of a day
WAITS_FOR_THE_USER = (OutgoingRow.State.READY, OutgoingRow.State.UNKNOWN, OutgoingRow.State.FAILED)


@dataclass(frozen=True, slots=True)
class Today:
    """The page: one card, two lines, ways back to what was put down, effort in words, and words to hold on to."""

    card: Card
    also: tuple[Card, ...]
    done: str
    mantra: Shown | None = None
    quiet: tuple[Card, ...] = ()


def today(owner: OwnerRow, *, now: datetime) -> Today:
    """What to show now; `now` is local, because evenings are."""
    if owner.put_away_at:
        return Today(Card("put_away", "/offer"), (), "")
    recoveries = _recoveries(owner, now)
    found = _look(owner, recoveries, now)
    if resting := _resting(recoveries, now):
        return Today(resting, tuple(dated(found, now))[:ALSO], "", quiet=tuple(way_back(found, now)))
    cards = [card for make in CARDS for card in make(found, now)]
    if done_for_today := _done_for_today(found, now):
        cards = [Card(done_for_today, "/take-a-moment"), *dated(found, now), *good(found, now)]
    lead = next(card for card in cards if card.key not in QUIET)
    also = tuple(card for card in cards if card is not lead)[:ALSO]
    works_on = found.work_on[0].text if found.work_on else ""
    mantra = held(owner, found.mantra, works_on=works_on)
    quiet = [*way_back(found, now), *([] if done_for_today else unsettled(found, [lead, *also]))]
    return Today(lead, also, done_since_monday(owner, now=now), mantra, tuple(quiet))


def near(owner: OwnerRow, *, now: datetime) -> tuple[Card, ...]:
    """What has its day in the week ahead, offers, and what waits without a day: it is told during every rest."""
    events = _events(owner, [], now)
    return tuple(days(_days_ahead(events, now), _without_day(events), now))[:MOST_NEAR]


def _done_for_today(found: Found, now: datetime) -> str:
    """The card that ends a day: it is late, or the user said not today; empty while neither is so."""
    if now.time() >= EVENING or now.time() < MORNING:
        return "evening"
    return "rested" if found.said_not_today else ""


def is_new(owner: OwnerRow) -> bool:
    """Whether there is nothing here yet, so that the welcome page comes first."""
    return not (ApplicationRow.objects.filter(owner=owner).exists() or MessageRow.objects.filter(owner=owner).exists())


def _recoveries(owner: OwnerRow, now: datetime) -> list[RecoveryRow]:
    """Those that rest, and the latest that are open."""
    lately = Q(filed_at=None, opened_at__gte=now - LATELY)
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
    flags = _flags(owner, now)
    has_applications, has_addresses, asked_before, outbox_waits, account_stopped, waits, unsure, *more = flags
    daily, for_talks, looks_back, check, week, not_today, *told = more
    events = _events(owner, recoveries, now)
    ahead = _days_ahead(events, now)
    unsettled = [row for row in events if row.kind in MAYBE_GOOD and not (_settled(row) or row.called_off)]
    maybe_good = [row for row in unsettled if row.at and row.at >= now - LATELY]
    noes = [row for row in events if row.is_no and not row.confirmed]
    waits_on_its_own = [row.event_id for row in (*maybe_good, *noes) if not _settled(row)]
    steps = _next_steps(events, recoveries)
    not_weighed = {row.event_id for row in recoveries if not row.sting}
    return Found(
        good=maybe_good,
        dated=ahead,
        undated=_without_day(events),
        noes=noes,
        recoveries=[(row, step) for row, step in steps if row.event_id not in not_weighed],
        left=[row for row, _ in steps if row.event_id in not_weighed] + _left_alone(events, recoveries),
        asked=_asked(owner, now) if waits else [],
        work_on=list(
            ActionRow.objects.filter(owner=owner, done_at=None).order_by(F("review_on").asc(nulls_last=True))[:5]
        ),
        unsure=max(0, (unsure or 0) - len(waits_on_its_own)),
        unsettled=(unsure or 0, waits_on_its_own),
        people=list(brought_up(*told)),
        asks_addresses=has_addresses and not asked_before,
        check=check,
        week=week,
        has_applications=has_applications,
        outbox_waits=outbox_waits,
        looks_back=looks_back,
        mantra=for_talks if for_talks and _talks_today(ahead, now) else daily,
        account_stopped=account_stopped,
        said_not_today=not_today,
    )


def _flags(owner: OwnerRow, now: datetime) -> tuple[Any, ...]:
    """What can be told of the owner's row in one question, in the order in which `_look` takes it."""
    flags: tuple[Any, ...] = OwnerRow.objects.values_list(
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
        said_not_today(owner, now=now),
        *columns(owner, now=now).values(),
    ).get(pk=owner.pk)
    return flags


def _talks_today(ahead: list[tuple[EventRow, datetime]], now: datetime) -> bool:
    return any(at.date() == now.date() for row, at in ahead if row.kind == Kind.INTERVIEW)


def _events(owner: OwnerRow, recoveries: list[RecoveryRow], now: datetime) -> list[EventRow]:
    """The events that Today may speak of, the latest first; what is older waits in its own place."""
    mine = EventRow.objects.filter(owner=owner)
    concerned = (
        has_its_day(owner, now=now, until=now + AHEAD),
        undated(owner, today=now.date()),
        unsure_rows(owner).filter(kind__in=MAYBE_GOOD, at__gte=now - LATELY),
        mine.filter(is_no=True, confirmed=False, at__gte=now - RECENT),
        mine.filter(event_id__in=[row.event_id for row in recoveries]),
        left_alone(owner, now=now),
    )
    numbers, *more = (rows.values("pk") for rows in concerned)
    rows = EventRow.objects.filter(pk__in=numbers.union(*more))
    return list(rows.select_related("application").only(*SHOWN).order_by("-at"))


def _settled(row: EventRow) -> bool:
    return row.sure or row.by_user


def _days_ahead(events: list[EventRow], now: datetime) -> list[tuple[EventRow, datetime]]:
    """What has its day in the next seven, and offers whatever theirs, the first first."""
    settled = [(row, row.happens_at) for row in events if row.kind in DATED and (_settled(row) or row.moves)]
    ahead = [(row, at.astimezone(now.tzinfo)) for row, at in settled if at and at >= now]
    return sorted(ahead, key=lambda day: day[1])


def _without_day(events: list[EventRow]) -> list[EventRow]:
    return [row for row in events if row.kind in DATED and not row.happens_at and _settled(row)]


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


def _left_alone(events: list[EventRow], recoveries: list[RecoveryRow]) -> list[EventRow]:
    opened = {row.event_id for row in recoveries}
    return [row for row in events if row.is_no and row.confirmed and row.event_id not in opened]


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
    closed = row.nudged_at or row.in_talk or (row.recovery and row.recovery.unfair_at)
    may_be = row.asked_at and row.asked_email and row.recovery and not closed
    return bool(may_be and row.asked_at and nudge_is_due(row.asked_at.astimezone(now.tzinfo), now=now))


def _steps_of(row: RecoveryRow) -> list[str]:
    """The steps that may be brought up after this no."""
    return [step.name for step in STEPS if not (row.unfair_at and step.name in WRITES_TO_THEM)]
