"""Step two: whom to ask, what was asked, what came back, and what it turned into."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from highroad.app.models import ActionRow, FeedbackRow, OwnerRow
from highroad.app.queries.addresses import mine
from highroad.app.queries.applications import NotThere
from highroad.app.queries.ask_for_feedback_mail import PossibleAnswer, possible_answers, texts_of
from highroad.app.queries.fields import field_of
from highroad.app.queries.recoveries import No, no
from highroad.applications.application import Application
from highroad.applications.field import Profile
from highroad.applications.reach import reached
from highroad.applications.talks import met_someone
from highroad.events.event import Part
from highroad.steps.ask_for_feedback import closes_on, is_closed, nudge_is_due
from highroad.steps.ask_for_feedback.answer import Sentence, Sort, sentences
from highroad.steps.ask_for_feedback.law import Right, from_the_no, rights
from highroad.steps.ask_for_feedback.offers import is_internal
from highroad.steps.ask_for_feedback.patterns import Mention, Pattern, patterns
from highroad.steps.ask_for_feedback.whom import Candidate, whom
from highroad.words.language import detect

REVIEW_AFTER = timedelta(days=14)
ENOUGH = 3  # requests that are over, before a share of them says anything


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. It closes quietly three weeks later; an answer can be kept at any time."""

    id: int
    name: str
    email: str
    asked_at: datetime | None
    closes_on: date | None
    closed: bool
    in_talk: bool
    nudge_now: bool
    nudged_at: datetime | None
    answer: str
    sentences: tuple[Sentence, ...]
    maybe: PossibleAnswer | None
    event_id: str  # of the no

    def of(self, sort: Sort) -> list[Sentence]:
        """The sentences of one sort, in the order of the answer."""
        return [one for one in self.sentences if one.sort is sort]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of an answer, and what somebody else said to the same, if anybody did."""

    sentence: Sentence
    also: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """The sentences of one sort."""

    sort: Sort
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One request with its answer, if it came, sorted."""

    asked: Asked
    parts: tuple[Sorted, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """The page of the step: `early` when nobody met the user yet, `internal` when they work there already."""

    no: No
    early: bool
    internal: bool
    who_decided: str  # the name of the hiring manager, when mail tells
    candidates: tuple[Candidate, ...]
    asked: Asked | None
    number: int  # of the one who was asked among those met, counted from 1, for the nudge; 0 for nobody
    rights: tuple[Right, ...]
    asks_ontario: bool
    in_ontario: bool
    field: Profile | None  # that of the user's line of work


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the user's own requests were answered, of those that are over."""

    answered: int
    of: int


@dataclass(frozen=True, slots=True)
class Feedback:
    """Every request, the latest first; what two people agree on; the share is None below three."""

    asked: tuple[Asked, ...]
    patterns: tuple[Pattern, ...]
    share: Share | None


def ask(owner: OwnerRow, event_id: str, *, now: datetime) -> Ask:
    """Whom to ask after this no, or what came of asking; raises NotThere or NotConfirmed."""
    found = no(owner, event_id)
    rows = FeedbackRow.objects.filter(recovery=found.recovery).select_related("recovery").order_by("-asked_at")
    row = rows.first() if found.recovery else None
    application = found.rejection.application
    asked = next(iter(_asked(owner, [row], now)), None) if row else None
    texts = {} if asked else texts_of(owner, application)
    in_ontario = bool(found.recovery and found.recovery.in_ontario)
    held = rights(found.rejection, country=owner.country, in_ontario=in_ontario, now=now)
    early = not met_someone(application)
    return Ask(
        no=found,
        early=early,
        internal=asked is None and _works_there(owner, found, texts),
        who_decided=next((one.name for one in application.people if one.part is Part.HIRING_MANAGER and one.name), ""),
        candidates=() if asked else whom(application, texts),
        asked=asked,
        number=_number(application, asked),
        rights=from_the_no(held) if early else held,
        asks_ontario=owner.country == "CA",
        in_ontario=in_ontario,
        field=field_of(owner),
    )


def _works_there(owner: OwnerRow, found: No, texts: dict[str, str]) -> bool:
    """The user's own word, else what the mail tells."""
    told = found.recovery.internal if found.recovery else None
    return is_internal(found.rejection.application, mine=mine(owner), texts=texts) if told is None else told


def _number(application: Application, asked: Asked | None) -> int:
    emails = [reached(person, application).email for person in application.people]
    return emails.index(asked.email) + 1 if asked and asked.email in emails else 0


def feedback(owner: OwnerRow, *, now: datetime) -> Feedback:
    """What was asked and what came back, over all noes."""
    rows = FeedbackRow.objects.filter(owner=owner).select_related("recovery").order_by("-asked_at", "-pk")
    asked = _asked(owner, rows, now)
    return Feedback(tuple(asked), tuple(patterns(mentions(asked))), _share(asked))


def mentions(asked: Iterable[Asked]) -> list[Mention]:
    """Every sentence about what to work on, with who said it after which no."""
    return [
        Mention(one.id, sentence.number, _who(one), one.event_id, sentence.text, language)
        for one in asked
        if one.answer
        for language in [detect(one.answer) or "en"]
        for sentence in one.of(Sort.WORK_ON)
    ]


def _who(one: Asked) -> str:
    """A full name says it wherever they write from, and where they were only spoken to."""
    return (one.name if " " in one.name.strip() else one.email or one.name).casefold()


def _share(asked: Iterable[Asked]) -> Share | None:
    over = [one for one in asked if one.answer or one.closed]
    return Share(sum(bool(one.answer) for one in over), len(over)) if len(over) >= ENOUGH else None


def one_feedback(owner: OwnerRow, feedback_id: int, *, now: datetime) -> Asked:
    """One request; raises NotThere."""
    row = FeedbackRow.objects.filter(owner=owner, pk=feedback_id).select_related("recovery").first()
    if row is None:
        raise NotThere
    return _asked(owner, [row], now)[0]


def sentence_of(owner: OwnerRow, feedback_id: int, number: int, *, now: datetime) -> str:
    """One sentence of an answer, counted from 1; raises NotThere."""
    told = one_feedback(owner, feedback_id, now=now).sentences
    if not 1 <= number <= len(told):
        raise NotThere
    return told[number - 1].text


def answer(owner: OwnerRow, feedback_id: int, *, now: datetime) -> Answer:
    """One answer in its parts, with what somebody else said as well; raises NotThere."""
    everything = feedback(owner, now=now)
    asked = next((one for one in everything.asked if one.id == feedback_id), None)
    if asked is None:
        raise NotThere
    also = {
        mention.number: _others(pattern, mention.by)
        for pattern in everything.patterns
        for mention in pattern.mentions
        if mention.feedback_id == feedback_id
    }
    parts = (Sorted(sort, tuple(Said(one, also.get(one.number, "")) for one in asked.of(sort))) for sort in Sort)
    return Answer(asked, tuple(parts))


def _others(pattern: Pattern, by: str) -> str:
    return next((one.text for one in pattern.mentions if one.by != by), "")


def actions(owner: OwnerRow) -> list[ActionRow]:
    """What the user works on, open ones first, by the day to look again."""
    rows = ActionRow.objects.filter(owner=owner).select_related("feedback").order_by("review_on", "pk")
    return sorted(rows, key=lambda row: row.done_at is not None)


def works_on(owner: OwnerRow) -> str:
    """What the user chose last to work on, for the blank in a mantra; empty when nothing."""
    row = ActionRow.objects.filter(owner=owner, done_at=None).order_by("-created_at").first()
    return row.text if row else ""


def _asked(owner: OwnerRow, rows: Iterable[FeedbackRow], now: datetime) -> list[Asked]:
    rows = list(rows)
    maybe = possible_answers(owner, rows)
    return [_one(row, maybe.get(row.pk), now) for row in rows]


def _one(row: FeedbackRow, maybe: PossibleAnswer | None, now: datetime) -> Asked:
    asked_at = row.asked_at.astimezone(now.tzinfo) if row.asked_at else None
    unfair = row.recovery and row.recovery.unfair_at
    may_be_nudged = asked_at and row.asked_email and not (row.nudged_at or row.in_talk or row.answer or maybe or unfair)
    return Asked(
        id=row.pk,
        name=row.asked_name,
        email=row.asked_email,
        asked_at=asked_at,
        closes_on=closes_on(asked_at) if asked_at else None,
        closed=bool(asked_at and not row.answer and not maybe and is_closed(asked_at, now=now)),
        in_talk=row.in_talk,
        nudge_now=bool(may_be_nudged and asked_at and nudge_is_due(asked_at, now=now)),
        nudged_at=row.nudged_at,
        answer=row.answer,
        sentences=tuple(sentences(row.answer, moved=row.moved)) if row.answer else (),
        maybe=replace(maybe, sent_at=maybe.sent_at.astimezone(now.tzinfo)) if maybe else None,
        event_id=row.recovery.event_id if row.recovery else "",
    )
