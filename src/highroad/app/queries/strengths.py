"""What is on record for the user: what others did, and what they wrote, each with the mail it comes from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.db.models.fields.json import KT

from highroad.app.models import ApplicationRow, FeedbackRow, MessageRow, OwnerRow
from highroad.app.queries.applications import as_value, whole
from highroad.applications.application import Application, Channel
from highroad.applications.talks import met_someone
from highroad.events.event import STAGES, Kind, Stage
from highroad.mail.body import own_words
from highroad.steps.ask_for_feedback.answer import Sort, sentences
from highroad.steps.dont_get_stuck.strengths import Strength, is_praise
from highroad.steps.dont_get_stuck.strengths import strengths as of_one
from highroad.words.language import detect

TOLD_BY = Q(furthest_stage__in=STAGES[STAGES.index(Stage.SCREEN) :]) | Q(
    channel__in=(Channel.RECRUITER_INBOUND, Channel.REFERRAL)
)
APPLICATIONS = 60  # the latest
LEFT_OUT = (Kind.CONFIRMATION, Kind.REJECTION)  # a no stays folded, and its praise is most often a form's
MAILS = 200
QUOTES = 30


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence somebody wrote, unchanged, and where it stands."""

    text: str
    who: str
    at: datetime | None
    url: str


@dataclass(frozen=True, slots=True)
class Strengths:
    """What they wrote, the latest first; what they did, the latest first."""

    quotes: tuple[Quote, ...]
    deeds: tuple[Strength, ...]


def on_record(owner: OwnerRow) -> Strengths:
    """Everything, in a handful of questions; only mail of people who met the user is quoted."""
    rows = whole(ApplicationRow.objects.filter(TOLD_BY, owner=owner))[:APPLICATIONS]
    applications = [as_value(row) for row in rows]
    quotes = [*_answers(owner), *_mails(owner, [one for one in applications if met_someone(one)])]
    return Strengths(
        quotes=tuple(_each_once(quotes))[:QUOTES],
        deeds=tuple(strength for one in applications for strength in of_one(one)),
    )


def _answers(owner: OwnerRow) -> Iterator[Quote]:
    """What people said to keep doing when they were asked."""
    for row in FeedbackRow.objects.filter(owner=owner).exclude(answer="").order_by("-answered_at", "-pk"):
        for one in sentences(row.answer, moved=row.moved):
            if one.sort is Sort.KEEP_DOING:
                yield Quote(one.text, row.asked_name, row.answered_at, f"/feedback/{row.pk}")


def _mails(owner: OwnerRow, applications: Iterable[Application]) -> Iterator[Quote]:
    """What stands in the mail of those who met the user."""
    about = {event.id: one for one in applications for event in one.events if event.kind not in LEFT_OUT}
    mails = MessageRow.objects.filter(owner=owner, outgoing=False, unreadable=False, event_id__in=about)
    told = mails.order_by("-sent_at").values_list("event_id", "sent_at", KT("message__text"))
    for event_id, at, text in told[:MAILS]:
        said = own_words(text or "").new
        language = detect(said) or "en"
        for one in sentences(said, language=language):
            if one.sort is Sort.KEEP_DOING and is_praise(one.text, language=language):
                yield Quote(one.text, about[event_id].employer or "", at, f"/read/{event_id}")


def _each_once(quotes: Iterable[Quote]) -> Iterator[Quote]:
    """The answer somebody gave often lies in the mail as well; the first is kept."""
    known: set[str] = set()
    for quote in quotes:
        words = " ".join(quote.text.split())
        if words not in known:
            known.add(words)
            yield quote
