"""Which talks took place, and how far an application came by them: an invitation alone is no talk."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta

from highroad.applications.application import Application
from highroad.applications.course import MEETINGS, SOON, furthest_stage, held_at, rounds, stage_reached, sure_rounds
from highroad.applications.people import same_person, talked_with
from highroad.events.event import STAGES, Event, Kind, Person, Stage

LONG_AGO = datetime.min.replace(tzinfo=UTC)  # for what took place on a day nobody knows
EVER = datetime.max.replace(tzinfo=UTC)
ENDS = frozenset({Kind.REJECTION, Kind.WITHDRAWAL})
AFTER_TALKS = frozenset({Kind.OFFER, Kind.ACCEPTED, Kind.THANK_YOU})
ANSWERS = frozenset({Kind.REJECTION, Kind.WAITLIST})


def held_since(talk: Event, application: Application) -> datetime | None:
    """From when on a talk counts as held; None while nothing shows that it was.

    The user said so; or its day went by and nothing had ended before; or, without a day, later mail shows it.
    """
    if talk.kind is Kind.TALK:
        return talk.at or LONG_AGO
    later = _after(talk, application)
    day = held_at(talk)
    if day is None:
        return next((event.at or LONG_AGO for event in later if _shows(event, talk)), None)
    return None if any(_ended_before(day, event) for event in later) else _over(day)


def talks_held(application: Application, *, now: datetime = EVER) -> tuple[Event, ...]:
    """The talks that took place, in order; what only may be one is none."""
    return tuple(talk for talk in sure_rounds(application) if (since := held_since(talk, application)) and since <= now)


def came(application: Application) -> dict[Stage, datetime]:
    """From when on each stage counts as one the user took part in; what the user said of it always does."""
    if application.furthest_stage is not furthest_stage(application.events):
        return {application.furthest_stage: LONG_AGO}
    known: dict[Stage, datetime] = {}
    for stage, since in _stages(application):
        known[stage] = min(since, known.get(stage, EVER))
    return known


def came_to(came: Mapping[Stage, datetime], *, now: datetime = EVER) -> Stage:
    """The furthest of these stages by now: apart from `furthest_stage`, for which an invitation is enough."""
    return max((stage for stage, since in came.items() if since <= now), key=STAGES.index, default=Stage.APPLIED)


def stage_come_to(application: Application, *, now: datetime = EVER) -> Stage:
    """How far the user themselves came: what was only arranged is not counted."""
    return came_to(came(application), now=now)


def met_someone(application: Application, *, now: datetime = EVER) -> bool:
    """Whether a talk with a person took place."""
    return is_met(stage_come_to(application, now=now))


def is_met(stage: Stage) -> bool:
    """Whether one who came so far talked with somebody."""
    return STAGES.index(stage) >= STAGES.index(Stage.SCREEN)


def people_met(application: Application, *, now: datetime = EVER) -> tuple[Person, ...]:
    """Those the user talked with; not those who are only named for a talk that did not take place yet."""
    if not met_someone(application, now=now):
        return ()
    held = talks_held(application, now=now)
    ahead = _named(talk for talk in rounds(application) if talk not in held)
    before = _named(event for event in application.events if event.kind is not Kind.INTERVIEW or event in held)
    return tuple(one for one in talked_with(application.people) if _is_in(one, before) or not _is_in(one, ahead))


def _stages(application: Application) -> Iterator[tuple[Stage, datetime]]:
    cancelled = any(held_at(talk) and not held_since(talk, application) for talk in rounds(application))
    for event in application.events:
        if event.kind is not Kind.INTERVIEW and not (cancelled and event.kind in ENDS):
            yield _taken_part_in(event), LONG_AGO
    for talk in sure_rounds(application):
        if since := held_since(talk, application):
            yield stage_reached(talk), since


def _taken_part_in(event: Event) -> Stage:
    """What one event other than an invitation shows; news may speak of a talk that is still to come."""
    stage = stage_reached(event)
    tells = event.by_user or event.kind in (Kind.TALK, *AFTER_TALKS, *ANSWERS)
    return stage if tells or stage not in MEETINGS else Stage.APPLIED


def _after(talk: Event, application: Application) -> tuple[Event, ...]:
    place = next(number for number, event in enumerate(application.events) if event.id == talk.id)
    return tuple(event for event in application.events[place + 1 :] if event.reading.sure or event.by_user)


def _shows(event: Event, talk: Event) -> bool:
    """Whether a later mail shows that a talk without a day took place; a no soon after an invitation does not."""
    if event.kind in AFTER_TALKS:
        return True
    if event.kind in ANSWERS:
        return event.reading.stage in MEETINGS or not (event.at and talk.at) or event.at > talk.at + SOON
    goes_on = event.kind in (Kind.INTERVIEW, Kind.TALK)
    return goes_on and STAGES.index(stage_reached(event)) > STAGES.index(stage_reached(talk))


def _ended_before(day: datetime, event: Event) -> bool:
    return event.kind in ENDS and event.at is not None and event.at.date() < day.date()


def _over(day: datetime) -> datetime:
    """A talk whose hour nobody knows is over when its day is."""
    return day + timedelta(days=1) if day.time() == time.min else day


def _named(events: Iterable[Event]) -> list[Person]:
    return [person for event in events for person in event.reading.people]


def _is_in(person: Person, people: Iterable[Person]) -> bool:
    return any(same_person(person, one) for one in people)
