"""Say a card aloud and mark it, keep an answer, add a question of one's own, take one out."""

from datetime import datetime

from django.db import transaction

from highroad.app.actions.deeds import did
from highroad.app.actions.let_go import let_go as gone
from highroad.app.actions.stories import begin, write
from highroad.app.models import AnswerRow, CardRow, DeckRow, MockRow, OwnerRow, ReviewRow, WorryRow
from highroad.app.queries.applications import NotThere, application
from highroad.app.queries.let_go import Kind
from highroad.app.queries.practice import DEED, OWN, card, story_questions, words
from highroad.app.queries.practice_talks import new_series
from highroad.steps.dont_get_stuck.story import Part
from highroad.steps.keep_going.practice.card import Source
from highroad.steps.keep_going.practice.posting import asked_for
from highroad.steps.keep_going.practice.schedule import RATING
from highroad.steps.likely_not_you.worries import Worry

MARKS = {str(mark): mark for mark in RATING}
LONGEST_QUESTION, LONGEST_ANSWER = 500, 10_000  # characters


class Unmarked(ValueError):
    """What was chosen is none of the five marks, or a question has no words."""

    def __init__(self, key: str) -> None:
        super().__init__(words()["refusals"][key])


@transaction.atomic
def mark(owner: OwnerRow, key: str, given: str, *, now: datetime) -> None:
    """The card was said aloud and marked from 1 to 5; raises NotThere, or Unmarked for any other mark."""
    found = card(owner, key)
    if given not in MARKS:
        raise Unmarked("mark")
    ReviewRow.objects.create(owner=owner, card=found.key, mark=MARKS[given], at=now)
    did(owner, "practice", about=DEED.format(found.key)[:30], now=now)


def keep_answer(owner: OwnerRow, key: str, text: str, *, now: datetime) -> None:
    """Keep the user's best answer as it is written; an empty one is let go. Raises NotThere."""
    found = card(owner, key)
    if not text.strip():
        AnswerRow.objects.filter(owner=owner, card=found.key).delete()
        return
    kept = {"text": text[:LONGEST_ANSWER], "saved_at": now}
    AnswerRow.objects.update_or_create(owner=owner, card=found.key, defaults=kept)


@transaction.atomic
def keep_as_story(owner: OwnerRow, key: str, text: str, *, now: datetime) -> int:
    """Keep an answer, and begin a story with its words; raises NotThere, or Amiss without a word."""
    keep_answer(owner, key, text, now=now)
    asked = story_questions(card(owner, key).competency)
    first, _, rest = text.strip().partition(". ")
    number = begin(owner, about=first[:LONGEST_QUESTION], question=asked[0] if asked else "", now=now)
    write(owner, number, Part.ACTION, rest, now=now)
    return number


def add_card(owner: OwnerRow, text: str, *, application_id: str = "", now: datetime) -> str:
    """Add a question the user was asked; gives its key. Raises Unmarked for no words, or NotThere."""
    asked = " ".join(text.split())[:LONGEST_QUESTION]
    if not asked:
        raise Unmarked("question")
    of = application(owner, application_id).application_id if application_id else ""
    row = CardRow.objects.create(owner=owner, source=Source.ASKED, text=asked, application_id=of, added_at=now)
    return f"{OWN}{row.pk}"


def use_note(owner: OwnerRow, worry_id: int, *, now: datetime) -> None:
    """Make a card of one note about what was said, because the user asked for it; raises NotThere.

    A card made of it before and let go since is put back instead, with its answer.
    """
    note = WorryRow.objects.filter(owner=owner, worry=Worry.SAID, pk=worry_id).first()
    if note is None:
        raise NotThere
    ask = words()["asks"]["said"].format(text=note.text)
    fresh = {"source": Source.SAID, "text": ask, "added_at": now}
    CardRow.with_gone.update_or_create(
        owner=owner, worry_id=note.pk, defaults={"let_go_at": None}, create_defaults=fresh
    )


def let_card_go(owner: OwnerRow, card_id: int, *, now: datetime) -> str:
    """Let go of one question of the user's own, its answer with it; returns the name to undo it by. Raises NotThere."""
    return gone(owner, Kind.CARD, card_id, now=now)


def show_posting(owner: OwnerRow, some_id: str, text: str, *, now: datetime) -> None:
    """Learn from a posting what it asks for, and keep that alone; raises NotThere."""
    of = application(owner, some_id).application_id
    told = {"competencies": list(asked_for(text)), "said_at": now}
    DeckRow.objects.update_or_create(owner=owner, application_id=of, defaults=told)


@transaction.atomic
def begin_mock(owner: OwnerRow, *, application_id: str = "", now: datetime) -> int:
    """Begin a mock interview; one that waited is ended where it was left."""
    MockRow.objects.filter(owner=owner, ended_at=None).update(ended_at=now)
    keys = new_series(owner, application_id=application_id, now=now)
    return MockRow.objects.create(owner=owner, cards=keys, application_id=application_id[:16], begun_at=now).pk


@transaction.atomic
def go_on(owner: OwnerRow, mock_id: int, key: str, given: str, *, now: datetime) -> None:
    """The question at hand was marked, or passed by without a mark; raises NotThere or Unmarked.

    A page sent twice, or from before, moves nothing.
    """
    row = MockRow.objects.filter(owner=owner, pk=mock_id, ended_at=None).first()
    if row is None:
        raise NotThere
    if key != row.cards[row.place]:
        return
    if given:
        mark(owner, key, given, now=now)
    row.place += 1
    row.ended_at = now if row.place == len(row.cards) else None
    row.save()


def end_mock(owner: OwnerRow, mock_id: int, *, now: datetime) -> None:
    """End it before its last question; raises NotThere."""
    if not MockRow.objects.filter(owner=owner, pk=mock_id).update(ended_at=now):
        raise NotThere
