"""What there is to practise: a few cards a day, in time for the next talk; no count of what is due."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from highroad.app.models import (
    ActionRow,
    CardRow,
    DeckRow,
    OwnerRow,
    RecoveryRow,
    ReviewRow,
)
from highroad.app.numbers import number_in
from highroad.app.queries.applications import NotThere
from highroad.app.queries.dark_words import quiet_until
from highroad.app.queries.days_ahead import days_ahead
from highroad.app.queries.undated import undated
from highroad.events.event import Kind
from highroad.steps.keep_going.practice.card import Card, Source, card_of
from highroad.steps.keep_going.practice.day import Shelf, of_today
from highroad.steps.keep_going.practice.deck import asking_for, question, questions
from highroad.steps.keep_going.practice.schedule import Review, memory_of
from highroad.words.content import load_toml

OWN, ACTION = "own-", "action-"
DEED = "practise:{}"
MINUTES = 3  # to say one card and mark it


@dataclass(frozen=True, slots=True)
class Offered:
    """One card for today, and where it is said."""

    key: str
    ask: str
    minutes: int = MINUTES

    @property
    def url(self) -> str:
        """Its page."""
        return f"/practice/{self.key}"

    @property
    def deed(self) -> str:
        """What is kept when it is said, so that it is not offered again soon."""
        return DEED.format(self.key)[:30]


@dataclass(frozen=True, slots=True)
class Talk:
    """The next interview, in the user's own zone, and what its posting asks for, if the user showed it."""

    application_id: str
    employer: str
    at: datetime
    asks_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """An invitation to talk in which nobody read a day."""

    application_id: str
    employer: str


@dataclass(frozen=True, slots=True)
class Today:
    """What is left of today's cards, whether any was said, until when practice rests, and the talk it is for."""

    offered: tuple[Offered, ...]
    said: bool
    rests_until: datetime | None
    talk: Talk | None


def offered(owner: OwnerRow, *, now: datetime) -> tuple[Offered, ...]:
    """What is left of today's two to five cards, the first first; none while practice rests."""
    return today(owner, now=now).offered


def today(owner: OwnerRow, *, now: datetime) -> Today:
    """Today's practice, for the next talk if there is one."""
    return today_for(owner, next_talk(owner, now=now), now=now)


def today_for(owner: OwnerRow, talk: Talk | None, *, now: datetime) -> Today:
    """Today's practice for this talk, or for none."""
    rests = rests_until(owner, now=now)
    whole = shelf(owner, now=now, talk=talk)
    cards = () if rests else of_today(whole, today=now.date())
    return Today(
        offered=tuple(Offered(card.key, card.ask) for card in cards),
        said=any(memory.said_on == now.date() for memory in whole.memories.values()),
        rests_until=rests,
        talk=talk,
    )


def rests_until(owner: OwnerRow, *, now: datetime) -> datetime | None:
    """Until when practice rests, after a no that hit hard or after dark words; None when it does not."""
    rests = RecoveryRow.objects.filter(owner=owner, rests_until__gt=now).values_list("rests_until", flat=True)
    untils = [until for until in (*rests, quiet_until(owner, now=now)) if until]
    return max(untils).astimezone(now.tzinfo) if untils else None


def next_talk(owner: OwnerRow, *, now: datetime, application_id: str = "") -> Talk | None:
    """The next interview that has a date, of any open application or of this one."""
    return next((one for one in talks_ahead(owner, now=now) if application_id in ("", one.application_id)), None)


def talks_ahead(owner: OwnerRow, *, now: datetime) -> tuple[Talk, ...]:
    """The interviews to come that have a date, the soonest first."""
    deck = DeckRow.objects.filter(owner=owner, application_id=OuterRef("application__application_id"))
    talks = days_ahead(owner, now=now).filter(kind=Kind.INTERVIEW).order_by("happens_at", "pk")
    of = ("application__application_id", "application__employer", "happens_at")
    return tuple(
        Talk(some_id, employer, at.astimezone(now.tzinfo), tuple(asks_for or ()))
        for some_id, employer, at, asks_for in talks.values_list(*of, Subquery(deck.values("competencies")[:1]))
        if at
    )


def asked_without_day(owner: OwnerRow, *, now: datetime) -> tuple[Asked, ...]:
    """The invitations that wait and name no day, the latest first."""
    waiting = undated(owner, today=now.date()).filter(kind=Kind.INTERVIEW).order_by("-at")
    told = waiting.values_list("application__application_id", "application__employer")
    return tuple(Asked(*one) for one in dict.fromkeys(told))


def card(owner: OwnerRow, key: str) -> Card:
    """The card of this key; raises NotThere."""
    known = question(key)
    if known:
        return card_of(known)
    kind, _, number = key.rpartition("-")
    place = number_in(number)
    found = [] if place is None else _numbered(owner, f"{kind}-", place)
    if not found:
        raise NotThere
    return found[0]


def shelf(owner: OwnerRow, *, now: datetime, talk: Talk | None) -> Shelf:
    """Every card there is, with how each sits; those this talk wants come first."""
    own = [*_own(owner, first=talk.application_id if talk else ""), *_actions(owner)]
    wanted = asking_for(talk.asks_for, owner.field) if talk else ()
    cards = {one.key: one for one in (*own, *map(card_of, (*wanted, *questions(owner.field))))}
    memories = {
        key: memory for key, reviews in _reviews(owner, now).items() if (memory := memory_of(reviews)) is not None
    }
    return Shelf(tuple(cards.values()), memories, talk.at.date() if talk else None)


def _reviews(owner: OwnerRow, now: datetime) -> dict[str, list[Review]]:
    """Every card that was said, with its reviews in order, by the days of the user's zone."""
    reviews: dict[str, list[Review]] = defaultdict(list)
    for key, mark, at in ReviewRow.objects.filter(owner=owner).order_by("at", "pk").values_list("card", "mark", "at"):
        reviews[key].append(Review(at.astimezone(now.tzinfo).date(), mark))
    return reviews


def _numbered(owner: OwnerRow, kind: str, number: int) -> list[Card]:
    if kind == OWN:
        return [_own_card(row) for row in CardRow.objects.filter(owner=owner, pk=number)]
    return [_action_card(row) for row in ActionRow.objects.filter(owner=owner, pk=number)] if kind == ACTION else []


def _own(owner: OwnerRow, *, first: str) -> list[Card]:
    """The user's own, those of this application first, then the latest."""
    rows = sorted(CardRow.objects.filter(owner=owner).order_by("-added_at", "-pk"), key=lambda row: _is_of(row, first))
    return [_own_card(row) for row in rows]


def _is_of(row: CardRow, application_id: str) -> bool:
    return not application_id or row.application_id != application_id


def _actions(owner: OwnerRow) -> list[Card]:
    return [
        _action_card(row) for row in ActionRow.objects.filter(owner=owner, done_at=None).order_by("review_on", "pk")
    ]


def _own_card(row: CardRow) -> Card:
    return Card(f"{OWN}{row.pk}", row.text, words()["own_shows"][row.source], Source(row.source), row.competency)


def _action_card(row: ActionRow) -> Card:
    ask = words()["asks"]["feedback"].format(text=row.text)
    return Card(f"{ACTION}{row.pk}", ask, words()["own_shows"]["feedback"], Source.FEEDBACK, "learning")


def words() -> dict[str, Any]:
    """What practice has to say."""
    return load_toml("highroad.steps.keep_going", "content/practice.toml")


def story_questions(competency: str) -> list[str]:
    """The questions of growth stories that go with a competency."""
    return list(words()["story_questions"].get(competency, ()))
