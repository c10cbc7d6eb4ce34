"""Practice as a whole talk: mock interviews, and the deck for one application."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Q, Subquery

from highroad.app.models import ApplicationRow, DeckRow, MockRow, OwnerRow, ReviewRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.practice import Talk, Today, card, next_talk, shelf, talks_ahead, today_for, words
from highroad.app.queries.practice_pages import Ask, asking
from highroad.app.queries.queue import posting_of
from highroad.steps.keep_going.practice.card import Card, card_of
from highroad.steps.keep_going.practice.deck import asking_for, competencies
from highroad.steps.keep_going.practice.mock import series

FEW = 8


@dataclass(frozen=True, slots=True)
class Mock:
    """A mock interview as far as it went; without a card it is over."""

    id: int
    number: int  # of this question, counted from 1
    of: int
    ask: Ask | None
    said: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ForTalk:
    """What to practise for one application: its talk if it has a date, and what its posting asks for."""

    application_id: str
    employer: str
    talk: Talk | None
    today: Today
    asks_for: tuple[str, ...]
    shown: bool  # whether the user showed the posting
    posting: str  # as it stood in the queue; empty where it did not
    cards: tuple[Card, ...]


def mock(owner: OwnerRow, mock_id: int) -> Mock:
    """One mock interview where it stands; raises NotThere."""
    row = MockRow.objects.filter(owner=owner, pk=mock_id).first()
    if row is None:
        raise NotThere
    if row.ended_at is None:
        asked = asking(_still(owner, row.cards[row.place]), f"/practice/mock/{row.pk}")
        return Mock(row.pk, row.place + 1, len(row.cards), asked, ())
    rows = ReviewRow.objects.filter(owner=owner, card__in=row.cards, at__gte=row.begun_at, at__lte=row.ended_at)
    said = set(rows.values_list("card", flat=True))
    cards = tuple(_still(owner, key) for key in row.cards[: row.place] if key in said)
    return Mock(row.pk, row.place + 1, len(row.cards), None, cards)


def new_series(owner: OwnerRow, *, application_id: str = "", now: datetime) -> list[str]:
    """The keys of the next mock interview."""
    talk = next_talk(owner, now=now, application_id=application_id)
    number = MockRow.objects.filter(owner=owner).count()
    return [one.key for one in series(shelf(owner, now=now, talk=talk).cards, number=number)]


def for_talk(owner: OwnerRow, some_id: str, *, now: datetime) -> ForTalk:
    """What to practise for the application with this id or event; raises NotThere."""
    decks = DeckRow.objects.filter(owner=owner, application_id=OuterRef("application_id"))
    rows = ApplicationRow.objects.filter(owner=owner).annotate(deck=Subquery(decks.values("competencies")[:1]))
    row = rows.filter(Q(application_id=some_id) | Q(events__event_id=some_id)).first()
    if row is None:
        raise NotThere
    ahead = talks_ahead(owner, now=now)
    talk = next((one for one in ahead if one.application_id == row.application_id), None)
    names, wanted = competencies(), list(row.deck or ())
    return ForTalk(
        application_id=row.application_id,
        employer=row.employer,
        talk=talk,
        today=today_for(owner, talk or next(iter(ahead), None), now=now),
        asks_for=tuple(names[key] for key in wanted if key in names),
        shown=row.deck is not None,
        posting=posting_of(owner, row.application_id, employer=row.employer, now=now),
        cards=tuple(card_of(one) for one in asking_for(wanted, owner.field)[:FEW]),
    )


def _still(owner: OwnerRow, key: str) -> Card:
    """The card, or an empty one where the user has let it go since."""
    try:
        return card(owner, key)
    except NotThere:
        return Card(key, words()["gone"], "")
