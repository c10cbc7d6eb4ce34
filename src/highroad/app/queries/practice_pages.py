"""The pages of practice: one card, what a good answer shows, questions of one's own, all of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models.fields.json import KT

from highroad.app.models import (
    AnswerRow,
    CardRow,
    MessageRow,
    MockRow,
    OwnerRow,
    ReviewRow,
    WorryRow,
)
from highroad.app.queries.practice import (
    OWN,
    Asked,
    Talk,
    Today,
    asked_without_day,
    card,
    offered,
    story_questions,
    talks_ahead,
    today_for,
    words,
)
from highroad.app.queries.stories import Told, stories
from highroad.events.event import Kind
from highroad.steps.keep_going.practice.card import Card, Source, card_of
from highroad.steps.keep_going.practice.deck import competencies, questions
from highroad.steps.keep_going.practice.posting import named_in
from highroad.steps.likely_not_you.worries import Worry

RECENT = timedelta(hours=12)  # so long after a card was marked, what a good answer shows may be looked at
SECONDS = 120  # to say one answer; nothing happens when they are over
MAILS = 12  # latest invitations that are looked through for questions
FEW = 8


class NotYet(Exception):
    """What a good answer shows waits until the user has marked their own."""


@dataclass(frozen=True, slots=True)
class Home:
    """The first page: today's practice, a mock interview that waits where it was left, and every talk to come."""

    today: Today
    mock_id: int | None
    talks: tuple[Talk, ...]  # to come, the soonest first
    asked: tuple[Asked, ...]  # to talk on a day nobody read


@dataclass(frozen=True, slots=True)
class Mark:
    """One of the five: what it is called, and how one can hear it."""

    number: str
    name: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One card to say aloud; `onward` is where passing it by leads."""

    card: Card
    competency: str
    marks: tuple[Mark, ...]
    onward: str
    seconds: int = SECONDS


@dataclass(frozen=True, slots=True)
class After:
    """One card that was marked: the mark, what a good answer shows, the user's own best one, stories that fit."""

    card: Card
    mark: Mark
    answer: str
    stories: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """One question of the user's own."""

    id: int
    card: Card

    @property
    def url(self) -> str:
        """Where it is said."""
        return f"/practice/{self.card.key}"


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence of an invitation that names what the talk will ask."""

    text: str
    application_id: str
    employer: str


@dataclass(frozen=True, slots=True)
class Cards:
    """Questions of the user's own, and what others could be made of. Notes are shown only when asked for."""

    own: tuple[Own, ...]
    named: tuple[Named, ...]
    has_notes: bool
    notes: tuple[WorryRow, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The questions that ask for one thing."""

    name: str
    cards: tuple[Card, ...]


def home(owner: OwnerRow, *, now: datetime) -> Home:
    """What there is today, what waits, and which talks are to come."""
    waiting = MockRow.objects.filter(owner=owner, ended_at=None).values_list("pk", flat=True)
    talks = talks_ahead(owner, now=now)
    for_next = today_for(owner, next(iter(talks), None), now=now)
    return Home(for_next, waiting.last(), talks, asked_without_day(owner, now=now))


def ask(owner: OwnerRow, key: str, *, now: datetime) -> Ask:
    """One card; raises NotThere."""
    return asking(card(owner, key), onward(owner, key, now=now))


def after(owner: OwnerRow, key: str, *, now: datetime) -> After:
    """What waits behind one card; raises NotYet before it was marked, or NotThere."""
    found = card(owner, key)
    rows = ReviewRow.objects.filter(owner=owner, card=key, at__gt=now - RECENT).order_by("-at", "-pk")
    given = rows.values_list("mark", flat=True).first()
    if given is None:
        raise NotYet
    fitting = set(story_questions(found.competency))
    told = [one for one in stories(owner) if one.question.key in fitting] if fitting else []
    return After(
        card=found,
        mark=marks()[given - 1],
        answer=answer(owner, key),
        stories=tuple(told[:FEW]),
    )


def onward(owner: OwnerRow, key: str, *, now: datetime) -> str:
    """The one after this in today's, else the first page: nothing runs on by itself."""
    keys = [one.key for one in offered(owner, now=now)]
    ahead = keys[keys.index(key) + 1 :] if key in keys else keys
    return f"/practice/{ahead[0]}" if ahead else "/practice"


def asking(found: Card, onward: str) -> Ask:
    """A card with its marks."""
    return Ask(found, competencies().get(found.competency, ""), marks(), onward)


def answer(owner: OwnerRow, key: str) -> str:
    """The user's own best answer; empty when none is kept."""
    row = AnswerRow.objects.filter(owner=owner, card=key).first()
    return row.text if row else ""


def marks() -> tuple[Mark, ...]:
    """The five, from nothing yet to just as it should be."""
    return tuple(Mark(number, *said) for number, said in words()["marks"].items())


def cards(owner: OwnerRow, *, with_notes: bool) -> Cards:
    """Questions of the user's own, the latest first."""
    rows = list(CardRow.objects.filter(owner=owner).order_by("-added_at", "-pk"))
    notes = WorryRow.objects.filter(owner=owner, worry=Worry.SAID)
    notes = notes.exclude(pk__in=[row.worry_id for row in rows if row.worry_id]).order_by("-at")
    texts = {row.text for row in rows}
    return Cards(
        own=tuple(Own(row.pk, Card(f"{OWN}{row.pk}", row.text, "", Source(row.source))) for row in rows),
        named=tuple(one for one in _named(owner) if one.text not in texts)[:FEW],
        has_notes=notes.exists(),
        notes=tuple(notes[:FEW]) if with_notes else (),
    )


def every(owner: OwnerRow) -> list[Group]:
    """Every question of our decks, by what it asks for."""
    listed = questions(owner.field)
    groups = [
        Group(name, tuple(card_of(one) for one in listed if one.competency == key))
        for key, name in competencies().items()
    ]
    return [group for group in groups if group.cards]


def _named(owner: OwnerRow) -> list[Named]:
    """From the latest invitations."""
    rows = MessageRow.objects.filter(owner=owner, events__kind=Kind.INTERVIEW).order_by("-sent_at")
    of = "events__application"
    mails = rows.values_list(KT("message__text"), f"{of}__application_id", f"{of}__employer")
    return [
        Named(" ".join(sentence.split()), some_id, employer)
        for text, some_id, employer in mails[:MAILS]
        for sentence in named_in(text or "")
    ]
