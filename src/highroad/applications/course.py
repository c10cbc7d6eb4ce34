"""How an application went: how far, how it ended, its rounds, and who was thanked."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from highroad.applications.application import Application, Channel, Outcome
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


def rounds(application: Application) -> tuple[Event, ...]:
    """The talks held or arranged, in order; of several mails about one talk, the last, or the user's own word."""
    talks: list[Event] = []
    for event in application.events:
        if event.kind in TALKS:
            same = bool(talks) and _same_talk(talks[-1], event)
            talks = [*talks[:-1], _latest(talks[-1], event)] if same else [*talks, event]
    return tuple(talks)


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
    return STAGES.index(application.furthest_stage) >= STAGES.index(Stage.SCREEN)


def language_of(application: Application) -> str | None:
    """The language most of its mail is in; None when no mail says."""
    languages = Counter(event.reading.language for event in application.events if event.reading.language)
    return max(languages, key=languages.__getitem__, default=None)
