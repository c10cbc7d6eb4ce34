"""The made-up mail that the second opinion is fitted on."""

import random

import pytest

from highroad.events.details import people, reason, stage
from highroad.events.details.ranker import fitted
from highroad.events.weights import SENT, load
from training.clauses import KINDS, LANGUAGES, Side, clauses, offered, say, side, slots, variants
from training.letters import letters
from training.written import (
    fingerprint,
    names_fingerprint,
    people_fingerprint,
    reasons_fingerprint,
    sent_fingerprint,
    stages_fingerprint,
)

SEEN = frozenset({Side.LEFT, Side.RIGHT})
ASIDE = frozenset({Side.KEPT_ASIDE})


def test_the_shipped_weights_are_those_of_the_text():
    assert load().written == fingerprint(), "the text has changed: run `make train`"


def test_the_shipped_weights_of_own_mail_are_those_of_its_letters():
    assert load(SENT).written == sent_fingerprint(), "the mail has changed: run `make train`"


def test_the_shipped_weights_of_names_are_those_of_the_labelled_mail():
    assert fitted()["written"] == names_fingerprint(), "the mail has changed: run `make train`"


def test_the_shipped_weights_of_reasons_are_those_of_the_labelled_mail():
    assert reason.weights()["written"] == reasons_fingerprint(), "the mail has changed: run `make train`"


def test_the_shipped_weights_of_people_are_those_of_the_labelled_mail():
    assert people.weights()["written"] == people_fingerprint(), "the mail has changed: run `make train`"


def test_the_shipped_weights_of_stages_are_those_of_the_labelled_mail():
    assert stage.weights()["written"] == stages_fingerprint(), "the mail has changed: run `make train`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clause_can_be_said(language: str):
    rng = random.Random(1)

    said = [say(clause.text, said={}, slots=slots(language), rng=rng) for clause in clauses(language)]

    assert not [text for text in said if set("{}<|") & set(text.replace(" | ", " "))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_written(language: str):
    assert all(variants(language, kind) for kind in KINDS)


def test_the_same_mail_comes_each_time():
    first, second = (list(letters(40, language="en", sides=SEEN)) for _ in range(2))

    assert first == second


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_of_the_clauses_is_kept_aside(language: str):
    aside = [clause for clause in clauses(language) if side(language, clause.text) is Side.KEPT_ASIDE]

    assert 0.1 < len(aside) / len(clauses(language)) < 0.25


def test_kept_aside_mail_is_made_of_clauses_kept_aside():
    verdicts = [clause.text for clause in clauses("en") if clause.part == "rejection"]

    assert {side("en", text) for text in offered("en", verdicts, sides=ASIDE)} == {Side.KEPT_ASIDE}
