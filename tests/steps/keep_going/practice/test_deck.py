"""The questions we wrote, what a posting asks for, what an invitation names, and a mock interview of them."""

import pytest

from highroad.steps.keep_going.practice.card import Card, Source, card_of
from highroad.steps.keep_going.practice.deck import DECKS, asking_for, competencies, question, questions
from highroad.steps.keep_going.practice.mock import series
from highroad.steps.keep_going.practice.posting import asked_for, named_in
from highroad.words.content import load_toml

WORDS = load_toml("highroad.steps.keep_going", "content/practice.toml")
OWN = tuple(Card(f"own-{number}", "Asked", "", Source.ASKED) for number in range(3))


def test_there_are_more_than_a_hundred_and_twenty_and_no_two_are_alike():
    every = questions("law")

    assert len(every) >= 120
    assert len({one.id for one in every}) == len({one.ask for one in every}) == len(every)
    assert len(questions()) < len(every)


@pytest.mark.parametrize("field", DECKS)
def test_each_says_what_a_good_answer_shows_and_asks_for_something_with_a_name(field):
    for one in questions(field):
        assert len(one.shows.split()) >= 6, one.id
        assert one.competency in competencies(), one.id
        assert one.ask[-1] in ".?" and len(one.id) <= 20, one.id


def test_a_field_without_a_deck_of_its_own_has_the_usual_one():
    assert questions("poetry") == questions() == questions("generic")


def test_a_field_with_a_deck_has_its_own_first():
    assert questions("law")[0].id.startswith("law_")


def test_a_question_is_known_by_its_name_whatever_the_field():
    assert question("law_why_firm").competency == "motivation"
    assert question("why_are_you_like_this") is None


def test_what_is_wanted_alone_is_asked_for():
    assert {one.competency for one in asking_for(["teamwork", "planning"])} == {"teamwork", "planning"}


def test_a_posting_asks_for_what_it_dwells_on():
    posting = """You lead a small team and mentor two colleagues. The team works closely with other teams.
    Teamwork matters to us. You explain complex things simply, and meet deadlines."""

    found = asked_for(posting)

    assert found[0] == "teamwork"
    assert {"leadership", "communication", "planning"} <= set(found)
    assert "legal_work" not in found


@pytest.mark.parametrize("text", ["", "   ", "!!! ???", "a" * 50_000])
def test_a_posting_that_names_nothing_asks_for_nothing(text):
    assert asked_for(text) == ()


def test_a_german_posting_is_understood_too():
    assert {"teamwork", "leadership"} <= set(asked_for("Sie sind teamfähig und haben Führungserfahrung."))


def test_an_invitation_names_what_the_talk_will_ask():
    mail = """Dear Ana,

We would like to invite you on Thursday. Please prepare to talk about a launch you ran.
You will meet Noor Haddad.

Sam"""

    assert named_in(mail) == ("Please prepare to talk about a launch you ran.",)


@pytest.mark.parametrize("number", range(25))
def test_a_mock_interview_opens_asks_six_different_things_and_closes(number):
    cards = [*OWN, *map(card_of, questions())]

    opening, *six, closing = series(cards, number=number)

    assert (opening.competency, closing.competency, len(six)) == ("opening", "closing", 6)
    assert len({card.key for card in six}) == 6
    asked = [card.competency for card in six if card.source is Source.DECK]
    assert len(set(asked)) == len(asked) == 4


def test_the_next_mock_interview_is_another_one():
    cards = [*map(card_of, questions())]

    first, second = series(cards, number=0), series(cards, number=1)

    assert not {card.key for card in first} & {card.key for card in second}


def test_the_five_marks_have_an_anchor_each():
    assert list(WORDS["marks"]) == ["1", "2", "3", "4", "5"]
    assert all(name and anchor.endswith(".") for name, anchor in WORDS["marks"].values())
