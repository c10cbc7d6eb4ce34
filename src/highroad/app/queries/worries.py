"""The eight worries, each answered from the record of one no."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper
from django.db.models.fields.json import KT

from highroad.app.models import ApplicationRow, FeedbackRow, MessageRow, OwnerRow, WorryRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.came import is_maybe_only, stage_now
from highroad.app.queries.chance import disagreement
from highroad.app.queries.drought import first_looks
from highroad.app.queries.likely_not_you import Card, card, words_of_worries
from highroad.app.queries.opens import FORECAST, shut
from highroad.app.queries.proofread import saved_resume, sent_in
from highroad.app.queries.recoveries import No, no
from highroad.app.queries.resume import paper_of
from highroad.applications.fact import published
from highroad.applications.talks import met_someone
from highroad.events.event import Event, Reason, Stage
from highroad.mail.body import own_words
from highroad.steps import words_of
from highroad.steps.ask_for_feedback.answer import Sort, sentences
from highroad.steps.likely_not_you.liked import liked
from highroad.steps.likely_not_you.said import Weighed, weigh
from highroad.steps.likely_not_you.worries import Worry, families, talk_after, talks_held, told_of, way_of


@dataclass(frozen=True, slots=True)
class Answer:
    """One worry, opened; `found` is what the record has for it, by the names its part of the page knows."""

    no: No
    card: Card
    words: dict[str, str]
    found: dict[str, Any]

    @property
    def part(self) -> str:
        """The part of the page that shows it."""
        return f"likely_not_you/worries/{self.card.worry.name.lower()}.html"


@dataclass(frozen=True, slots=True)
class Met:
    """Someone met, with how often they wrote and when last."""

    name: str
    part: str
    wrote: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Written:
    """What the user wrote down, the talk that came after it, and what the feedback has of it."""

    row: WorryRow
    onward: Event | None
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class Liked:
    """What somebody wrote about the talk, unchanged; `who` is empty where the mail names nobody who was met."""

    text: str
    who: str
    at: datetime | None


def worry(owner: OwnerRow, event_id: str, name: str, *, now: datetime) -> Answer:
    """One worry of one no; raises NotThere for a name that is none of the eight, and NotConfirmed."""
    if name not in set(Worry):
        raise NotThere
    found = no(owner, event_id)
    one = Worry(name)
    return Answer(found, card(one, found.rejection, now=now), words_of_worries()[one], ANSWERS[one](owner, found, now))


def _wrong(owner: OwnerRow, found: No, now: datetime) -> dict[str, Any]:  # noqa: ARG001  all eight are asked alike
    rejection, words = found.rejection, words_of_worries()[Worry.WRONG]
    way = way_of(rejection)
    told = told_of(rejection, way)
    return {
        "way": [(one.event, words[f"right_{one.went_right}"]) for one in way],
        "told": words["told"].format(stage=words_of("likely_not_you")["stages"][told]) if told else "",
        "met": met_someone(rejection.application),
        "reason": rejection.event.reading.reason_quote,
    }


def _said(owner: OwnerRow, found: No, now: datetime) -> dict[str, Any]:
    rejection = found.rejection
    rows = WorryRow.objects.filter(owner=owner, recovery=found.recovery, worry=Worry.SAID).order_by("-at")
    written = list(rows) if found.recovery else []
    answers = FeedbackRow.objects.filter(owner=owner, recovery=found.recovery).exclude(answer="").order_by("pk")
    feedback = list(answers) if found.recovery else []
    named = [sentence for row in feedback for sentence in _not_courtesy(row)]
    return {
        "talks": talks_held(rejection),
        "met": met_someone(rejection.application),
        "written": [Written(row, talk_after(rejection, row.talk_id), weigh(row.text, named)) for row in written],
        "feedback": [row.answer for row in feedback],
        "practice_rests": shut(owner, "/practice", now=now),
    } | _disagreement("said")


def _not_courtesy(row: FeedbackRow) -> list[str]:
    return [one.text for one in sentences(row.answer, moved=row.moved) if one.sort is not Sort.COURTESY]


def _partner(owner: OwnerRow, found: No, now: datetime) -> dict[str, Any]:  # noqa: ARG001
    people = found.rejection.application.people
    mails = MessageRow.objects.filter(owner=owner, events__application__application_id=found.rejection.application.id)
    wrote: Counter[str | None] = Counter()
    last: dict[str | None, datetime | None] = {}
    theirs = mails.filter(outgoing=False, unreadable=False).order_by("sent_at")
    told = list(theirs.values_list(KT("message__sender__email"), "sent_at", KT("message__text"), "event_id"))
    for sender, at, _, _ in told:
        wrote[sender] += 1
        last[sender] = at
    met = [Met(one.name or one.email, one.part, wrote[one.email], last.get(one.email)) for one in people]
    names = {one.email: one.name for one in people if one.email}
    if not met_someone(found.rejection.application):
        return {"people": met, "met": False}
    liked_by = _liked(told, names, no_id=found.rejection.id)
    return {"people": met, "met": True, "liked": liked_by} | _disagreement("agree")


def _liked(told: list[tuple[Any, ...]], names: dict[str, str], *, no_id: str) -> Liked | None:
    """What the no itself says of the talk, else what the latest other mail does."""
    latest_first = told[::-1]
    by_turn = sorted(latest_first, key=lambda mail: mail[3] != no_id)
    quotes = (Liked(liked(own_words(text or "").new), names.get(sender, ""), at) for sender, at, text, _ in by_turn)
    return next((one for one in quotes if one.text), None)


def _qualified(owner: OwnerRow, found: No, now: datetime) -> dict[str, Any]:
    looks = first_looks(owner, now=now)
    return {
        "paper": paper_of(owner, found.rejection.application),
        "met": met_someone(found.rejection.application),
        "tested": found.rejection.application.furthest_stage is Stage.ASSESSMENT,
        "named": found.rejection.event.reading.reason is Reason.EXPERIENCE,
        "total": looks.total,
        "asked": looks.asked,
        "drought": looks.drought,
    }


def _typo(owner: OwnerRow, found: No, now: datetime) -> dict[str, Any]:
    fact = published("typo_penalty")
    read = sent_in(owner, found.rejection.application, zone=now.tzinfo)
    costs = [round(-value) for value in fact.value] if fact else []
    met = met_someone(found.rejection.application)
    return {"met": met, "read": read, "paper": saved_resume(owner), "fact": fact, "costs": costs}


def _outfit(owner: OwnerRow, found: No, now: datetime) -> dict[str, Any]:  # noqa: ARG001
    return {}


def _path(owner: OwnerRow, found: No, now: datetime) -> dict[str, Any]:  # noqa: ARG001
    rows = ApplicationRow.objects.filter(owner=owner).annotate(maybe=ExpressionWrapper(is_maybe_only(), BooleanField()))
    told = rows.values_list("role", "furthest_stage", "came", "maybe")
    kinds = families((role, stage_now(came, now=now) if maybe else Stage(stage)) for role, stage, came, maybe in told)
    return {
        "families": kinds,
        "total": sum(kind.total for kind in kinds),
        "tells": any(kind.tells for kind in kinds),
    }


def _ever(owner: OwnerRow, found: No, now: datetime) -> dict[str, Any]:  # noqa: ARG001
    return {"shut": shut(owner, FORECAST, now=now)}


def _disagreement(name: str) -> dict[str, Any]:
    shown = disagreement(name)
    return {"picture": shown[0], "fact": shown[1]} if shown else {"picture": None}


Answers = Callable[[OwnerRow, No, datetime], dict[str, Any]]
ANSWERS: dict[Worry, Answers] = {
    Worry.WRONG: _wrong,
    Worry.SAID: _said,
    Worry.PARTNER: _partner,
    Worry.QUALIFIED: _qualified,
    Worry.TYPO: _typo,
    Worry.OUTFIT: _outfit,
    Worry.PATH: _path,
    Worry.EVER: _ever,
}
