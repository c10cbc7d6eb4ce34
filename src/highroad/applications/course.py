"""How an application went: how far, how it ended, its rounds, and who was thanked."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import reduce

from highroad.applications.application import Application, Channel, Outcome
from highroad.applications.called_off import calls_off
from highroad.applications.correction import ApplicationIs, Correction, OutcomeIs
from highroad.applications.people import people_in, same_person
from highroad.events.details.names import employer_key
from highroad.events.details.titles import role_key
from highroad.events.event import NOT_ABOUT, STAGES, Event, Kind, Part, Person, Reason, Stage

STARTS = frozenset({Kind.APPLIED, Kind.CONFIRMATION})
# These describe the road ahead, so what they say of stages is not how far one got.
TELLS_NO_STAGE = STARTS | NOT_ABOUT | {Kind.OUTREACH}
TALKS = (Kind.INTERVIEW, Kind.TALK)
MEETINGS = (Stage.SCREEN, Stage.INTERVIEW, Stage.FINAL)
STAGE_SHOWN_BY = {Kind.ASSESSMENT: Stage.ASSESSMENT, Kind.OFFER: Stage.OFFER, Kind.ACCEPTED: Stage.OFFER}
OUTCOME_OF = {
    Kind.REJECTION: Outcome.REJECTED,
    Kind.WAITLIST: Outcome.WAITLIST,
    Kind.WITHDRAWAL: Outcome.WITHDRAWN,
    Kind.OFFER: Outcome.OFFER,
    Kind.ACCEPTED: Outcome.ACCEPTED,
    Kind.INTERVIEW: Outcome.OPEN,
    Kind.ASSESSMENT: Outcome.OPEN,
}
SOON = timedelta(days=3)  # two invitations so close together speak of one talk


def application_of(events: Sequence[Event], corrections: Sequence[Correction]) -> Application:
    """The application these events make, in the order of time; what the user said about it comes last and wins."""
    dates = [event.at.date() for event in events if event.at]
    application = Application(
        id=events[0].id,
        employer=_usual((event.reading.employer for event in events), key=employer_key),
        role=_usual((event.reading.role for event in events), key=role_key),
        furthest_stage=furthest_stage(events),
        outcome=outcome(events),
        events=tuple(events),
        people=people_in(events, corrections),
        applied_on=next((event.at.date() for event in events if event.at and event.kind in STARTS), None),
        last_event_on=max(dates, default=None),
        channel=channel(events),
    )
    for correction in corrections:
        application = _as_told(application, correction)
    return application


def _as_told(application: Application, said: Correction) -> Application:
    match said:
        case OutcomeIs(_, outcome):
            return replace(application, outcome=outcome)
        case ApplicationIs():
            return replace(
                application,
                employer=application.employer if said.employer is None else said.employer or None,
                role=application.role if said.role is None else said.role or None,
                furthest_stage=said.furthest_stage or application.furthest_stage,
                applied_on=said.applied_on or application.applied_on,
                channel=said.channel or application.channel,
            )
    return application


def channel(events: Sequence[Event]) -> Channel:
    """How it was sent, as far as mail shows: a recruiter wrote first, or somebody recommended the user."""
    if events[0].kind is Kind.OUTREACH:
        return Channel.RECRUITER_INBOUND
    parts = {person.part for event in events for person in event.reading.people}
    return Channel.REFERRAL if Part.REFERRER in parts else Channel.JOB_BOARD


def _usual(names: Iterable[str | None], *, key: Callable[[str], str]) -> str | None:
    """The name most mail uses, as it was written first."""
    spelled: dict[str, list[str]] = {}
    for name in names:
        if name:
            spelled.setdefault(key(name), []).append(name)
    return max(spelled.values(), key=len)[0] if spelled else None


def furthest_stage(events: Iterable[Event]) -> Stage:
    """The furthest any mail shows or tells; APPLIED when none says more."""
    return max((stage_reached(event) for event in events), key=STAGES.index, default=Stage.APPLIED)


def stage_reached(event: Event) -> Stage:
    """How far one event shows that the application went."""
    told = event.reading.stage if event.kind not in TELLS_NO_STAGE else None
    if told is Stage.OFFER and event.kind not in STAGE_SHOWN_BY:  # an offer that went to somebody else
        told = None
    if event.kind in TALKS:
        return told if told in MEETINGS else Stage.INTERVIEW
    return max(STAGE_SHOWN_BY.get(event.kind, Stage.APPLIED), told or Stage.APPLIED, key=STAGES.index)


def outcome(events: Iterable[Event]) -> Outcome:
    """By the last event that decides; what we are not sure of decides nothing. An interview after a no reopens."""
    decided = (_decided(event) for event in events if event.reading.sure or event.by_user)
    return [Outcome.OPEN, *filter(None, decided)][-1]


def _decided(event: Event) -> Outcome | None:
    if event.reading.reason is Reason.FROZEN and event.kind in (Kind.UPDATE, Kind.WAITLIST):
        return Outcome.FROZEN
    return OUTCOME_OF.get(event.kind)


@dataclass(frozen=True, slots=True)
class Arranged:
    """The mail about each talk that stands, in order; the ids of mail about one called off, and of that which did."""

    talks: tuple[tuple[Event, ...], ...]
    off: frozenset[str]
    off_by: frozenset[str]

    @property
    def moves(self) -> frozenset[str]:
        """The ids of mail that names another day for a talk that was settled before."""
        return frozenset(later.id for told in self.talks for later in told[1:] if _moves(told, later))


def rounds(application: Application) -> tuple[Event, ...]:
    """The talks held or arranged, in order; of several mails about one talk, the last, or the user's own word."""
    return tuple(_as_last_told(told) for told in arranged(application).talks)


def sure_rounds(application: Application) -> tuple[Event, ...]:
    """As `rounds`, without a talk of which every mail may be about something else."""
    sure = (told for told in arranged(application).talks if any(one.reading.sure or one.by_user for one in told))
    return tuple(_as_last_told(told) for told in sure)


def arranged(application: Application) -> Arranged:
    """Each talk with everything said of it; one that was called off stands no more, though its mail names a day."""
    talks: list[tuple[Event, ...]] = []
    off: set[str] = set()
    off_by: set[str] = set()
    for event in application.events:
        last = talks[-1] if talks else ()
        if calls_off(event) and not (last and _names_new_day(_as_last_told(last), event)):
            gone = talks.pop() if last and _is_ahead(_as_last_told(last), event) else ()
            off |= {event.id, *(one.id for one in gone)}
            off_by.add(event.id)
        elif event.kind in TALKS:
            same = bool(last) and _same_talk(_as_last_told(last), event)
            talks = [*talks[:-1], (*last, event)] if same else [*talks, (event,)]
    return Arranged(tuple(talks), frozenset(off), frozenset(off_by))


def _moves(told: Sequence[Event], later: Event) -> bool:
    before = told[: told.index(later)]
    days = [held_at(one) for one in before if one.reading.sure or one.by_user]
    return bool(days and held_at(later)) and held_at(later) not in days


def _as_last_told(told: Sequence[Event]) -> Event:
    return reduce(_latest, told)


def _is_ahead(talk: Event, off: Event) -> bool:
    """Whether it can be the one that is called off: not held by then, and on the day named, if one is."""
    day, named = held_at(talk), held_at(off)
    if talk.kind is Kind.TALK or (day and off.at and day.date() < off.at.date()):
        return False
    return not (day and named) or day.date() == named.date()


def _names_new_day(talk: Event, off: Event) -> bool:
    """Whether it is moved: the mail that calls its day off names another, still to come."""
    day, named = held_at(talk), held_at(off)
    if off.kind not in TALKS or not (day and named and off.at):
        return False
    return day.date() != named.date() and min(day, named).date() >= off.at.date()


def _same_talk(earlier: Event, later: Event) -> bool:
    """Until a talk was held, more about a talk is about that one."""
    told = {earlier.reading.stage, later.reading.stage} - {None}
    if len(told) > 1 or earlier.at is None or later.at is None or earlier.kind is Kind.TALK:
        return False
    if later.kind is Kind.TALK:
        day = held_at(earlier)
        return day is None or abs(later.at - day) <= SOON
    return later.at <= (held_at(earlier) or earlier.at + SOON)


def _latest(invited: Event, later: Event) -> Event:
    """The user's word that a talk took place knows no more of it than the invitation did."""
    if later.kind is not Kind.TALK:
        return later
    told, before = later.reading, invited.reading
    return replace(later, reading=replace(told, stage=told.stage or before.stage, people=told.people or before.people))


def held_at(talk: Event) -> datetime | None:
    """When a talk is or was, a clock without a zone read as UTC; one the user had was when the entry says."""
    if told := talk.reading.happens_at:
        return told if told.tzinfo else told.replace(tzinfo=UTC)
    return talk.at if talk.kind is Kind.TALK else None


def thanked(application: Application, person: Person) -> Event | None:
    """The thank-you note the user already sent them, if any."""
    notes = (event for event in application.events if event.kind is Kind.THANK_YOU)
    return next((note for note in notes if any(same_person(person, to) for to in note.reading.people)), None)


def asked_in(application: Application) -> bool:
    """Whether somebody asked for a talk, held or not: what the model of the chances counts as an interview."""
    return STAGES.index(furthest_sure(application)) >= STAGES.index(Stage.SCREEN)


def furthest_sure(application: Application) -> Stage:
    """The furthest stage by the user's own word, else by the mail we are sure of."""
    if application.furthest_stage is not furthest_stage(application.events):
        return application.furthest_stage
    return furthest_stage(event for event in application.events if event.reading.sure or event.by_user)


def language_of(application: Application) -> str | None:
    """The language most of its mail is in; None when no mail says."""
    languages = Counter(event.reading.language for event in application.events if event.reading.language)
    return max(languages, key=languages.__getitem__, default=None)
