"""Practice: the user's own questions and best answers, what was said aloud and when, and mock interviews."""

from django.db import models

from highroad.app.models.let_go import MayBeLetGo
from highroad.app.models.owners import OwnedRow
from highroad.app.models.private import PrivateText


class CardRow(MayBeLetGo, OwnedRow):
    """A question of the user's own: one they were asked, or one made of what they would say otherwise now."""

    source = models.CharField(max_length=10, help_text="a steps.keep_going.practice.card.Source")
    text = PrivateText()
    competency = models.CharField(max_length=20, blank=True)
    application_id = models.CharField(max_length=16, blank=True, help_text="the application it was asked in, if any")
    worry_id = models.BigIntegerField(null=True, help_text="the note it was made of, so that it is offered once")
    added_at = models.DateTimeField()


class ReviewRow(OwnedRow):
    """One card said aloud, and the mark the user gave it, before they saw what a good answer shows."""

    card = models.CharField(max_length=30, help_text="the key of a card: of our decks, own-… or action-…")
    mark = models.PositiveSmallIntegerField(help_text="1 to 5, as the rubric of practice.toml has them")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["owner", "at"])]


class AnswerRow(OwnedRow):
    """The user's best answer to one card, in their own words."""

    card = models.CharField(max_length=30)
    text = PrivateText()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "card"], name="one_answer_each_card")]


class MockRow(OwnedRow):
    """One mock interview: its cards in order, and how far it went; it waits where it was left."""

    cards = models.JSONField(help_text="keys of cards")
    place = models.PositiveSmallIntegerField(default=0, help_text="how many of them were said or passed by")
    application_id = models.CharField(max_length=16, blank=True)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)


class DeckRow(OwnedRow):
    """What the posting of one application asks for; the posting itself is not kept here."""

    application_id = models.CharField(max_length=16)
    competencies = models.JSONField(default=list)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "application_id"], name="one_deck_each_application")]
