"""The cards of Today: what each needs, and the order in which they come."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from highroad.app.models import ActionRow, EventRow, FeedbackRow
from highroad.app.queries.brought_up import Line
from highroad.events.event import STAGES, Kind, Stage
from highroad.steps import words_of
from highroad.words.content import load_toml

DATED = {Kind.INTERVIEW: "deadline", Kind.ASSESSMENT: "deadline_test", Kind.OFFER: "deadline_offer"}

UNDATED = {Kind.INTERVIEW: "choose_time", Kind.ASSESSMENT: "begin_test", Kind.OFFER: "offer"}

REVIEW = "/review"


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
class Found:
    """What Today looks at, loaded once; `events` by their kind of urgency, the latest first."""

    good: list[EventRow]
    dated: list[
        tuple[EventRow, datetime]
    ]  # a talk or a test with a day in the week ahead, an offer with any, the first first
    undated: list[EventRow]  # the same, where no day is named
    noes: list[EventRow]
    recoveries: list[tuple[EventRow, str]]  # with the step that comes next
    left: list[EventRow]  # noes the user confirmed and left before saying how hard they landed
    asked: list[tuple[FeedbackRow, str]]  # with what there is to do: a key of the page's words
    work_on: list[ActionRow]  # by the day to look again
    unsure: int  # beside those that have a card of their own
    unsettled: tuple[int, list[str]]  # all of them, and the events of those that have a card of their own
    people: list[Line]  # someone known, a reminder, whom to write to
    asks_addresses: bool
    check: str | None  # the event of a guess whose day has come; empty: it belongs to none
    week: bool
    has_applications: bool
    outbox_waits: bool
    looks_back: bool
    mantra: int | None  # the number of the one wanted today
    account_stopped: bool
    said_not_today: bool


def good(found: Found, now: datetime) -> Iterator[Card]:
    kinds: dict[str, str] = load_toml("highroad.app.content", "today.toml")["good_kinds"]
    for event in found.good:
        yield Card("good", f"/read/{event.event_id}", _about(event, now) | {"what": kinds[event.kind]}, event.evidence)


def dated(found: Found, now: datetime) -> Iterator[Card]:
    yield from days(found.dated, found.undated, now)


def days(ahead: list[tuple[EventRow, datetime]], undated: list[EventRow], now: datetime) -> Iterator[Card]:
    """What has its day, the first first, and then what waits without one."""
    for event, at in ahead:
        about = _about(event, now) | {"when": when(at, now)}
        yield Card(DATED[Kind(event.kind)], f"/applications/{event.application.application_id}", about)
    for event in undated:
        yield Card(UNDATED[Kind(event.kind)], f"/applications/{event.application.application_id}", _about(event, now))


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
    """Several in one card, which counts what its page offers: one that we are not sure of waits elsewhere."""
    light = [event for event in found.noes if _light(event)]
    sure = sum(event.sure for event in light)
    if sure > 1:
        yield Card("batch", "/no/batch", {"count": sure})
    elif light:
        yield Card("no", f"/read/{light[0].event_id}", _about(light[0], now))


def _unsure(found: Found, now: datetime) -> Iterator[Card]:  # noqa: ARG001
    if found.unsure:
        yield Card("unsure" if found.unsure > 1 else "unsure_one", REVIEW, {"count": found.unsure})


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


def way_back(found: Found, now: datetime) -> Iterator[Card]:
    """One line to the latest no that was put down; it asks for nothing."""
    for event in sorted(found.left, key=lambda row: row.at or now, reverse=True)[:1]:
        yield Card("left", f"/no/{event.event_id}", _about(event, now))


def unsettled(found: Found, shown: Iterable[Card]) -> Iterator[Card]:
    """One line to the mails that wait for the user's word, beside those that the page shows already."""
    pages = {card.url for card in shown}
    count, cards = found.unsettled
    left = count - sum(f"/read/{event_id}" in pages for event_id in cards)
    if left > 0 and REVIEW not in pages:
        yield Card("unsure" if left > 1 else "unsure_one", REVIEW, {"count": left})


# What has its day comes first, then what may be good, then what hurts, then what is open, then what is always there.
CARDS: tuple[Callable[[Found, datetime], Iterator[Card]], ...] = (
    dated,
    good,
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
