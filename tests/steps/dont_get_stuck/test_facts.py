"""What the record offers to weigh a thought by, and how a fairer version may begin."""

import re
from dataclasses import replace

import pytest

from highroad.events.event import Event, Reason
from highroad.steps.dont_get_stuck.facts import Counts, Heard, facts
from highroad.steps.dont_get_stuck.fairer import Way, begun, starters
from highroad.steps.dont_get_stuck.hints import Known, built_in, questions
from highroad.steps.dont_get_stuck.thought import Screen, ThoughtRecord, answered, following
from highroad.steps.dont_get_stuck.worries import asked_in, worries
from tests.record import final_round, form_no, only_no

NOTHING = Counts(0, 0)
VERDICT = re.compile(
    r"!|\b(you are|I am (great|good|strong|amazing)|wrong|distort|irrational|nonsense)\b", re.IGNORECASE
)


def test_each_fact_names_its_proof_but_a_count():
    found = facts(only_no(final_round()), counts=Counts(46, 9))

    assert [fact.says for fact in found if not fact.event_id] == [
        "9 of your 46 applications led to an invitation to talk."
    ]


def named_experience() -> list[Event]:
    """A no after a talk that names what the user lacks."""
    quote = "You lack experience with pricing."
    talk, no = final_round()[1], final_round()[-1]
    reading = replace(no.reading, reason=Reason.EXPERIENCE, reason_quote=quote)
    return [talk, replace(no, reading=reading)]


@pytest.mark.parametrize("counts", [NOTHING, Counts(46, 9), Counts(46, 0)])
@pytest.mark.parametrize("told", [final_round, form_no, named_experience])
def test_nothing_on_record_is_turned_on_the_user(told, counts):
    said = " ".join(fact.says for fact in facts(only_no(told()), counts=counts))

    assert [turned for turned in ("after they had met", "no talk", "experience") if turned in said] == []


def test_a_form_no_gets_no_comfort_that_is_not_on_record():
    assert [fact.says for fact in facts(only_no(form_no()), counts=NOTHING)] == ["The no came before anyone met you."]


def test_a_count_of_a_few_applications_says_nothing():
    assert facts(None, counts=Counts(4, 2)) == ()


def test_what_somebody_wrote_is_quoted_and_named():
    (fact,) = facts(None, counts=NOTHING, heard=(Heard("Sam", "Very\nclear answers."),))

    assert (fact.says, fact.mine) == (
        "Sam wrote to you: “Very clear answers.”",
        "Sam wrote to me: “Very clear answers.”",
    )


def test_there_are_seven_ways_and_none_is_a_verdict_or_cheers():
    found = starters(ThoughtRecord("Never"), facts(only_no(final_round()), counts=Counts(46, 9)), works_on="Numbers.")

    assert [one.way for one in found] == list(Way) and len(found) == 7
    assert [one.text for one in found if VERDICT.search(one.text) or one.text.endswith(".")] == []


def test_ones_own_words_come_before_those_of_the_record():
    record = ThoughtRecord("Never", speaks_against="They laughed with me. Twice.", to_a_friend="You were ill.")

    texts = " ".join(one.text for one in starters(record, facts(only_no(final_round()), counts=NOTHING)))

    assert "They laughed with me. So it is fairer to say that" in texts
    assert "“You were ill.”" in texts


def test_a_sentence_is_begun_after_what_is_there():
    assert begun("One.\n", "Two") == "One.\nTwo "
    assert begun("", "Two") == "Two "


def test_the_screens_come_in_order_and_what_has_no_ground_is_passed_by():
    record = ThoughtRecord("Never")
    whole = answered(answered(record, Screen.BELIEF, 8), Screen.FAIRER, "Not yet")

    assert following(Screen.FEELINGS, record) is Screen.SPEAKS_FOR
    assert following(Screen.FEELINGS, record, hinted=True) is Screen.HINTS
    assert following(Screen.FAIRER, record) is Screen.DONE
    assert following(Screen.FAIRER, whole) is Screen.AFTER


def test_there_are_eight_worries_and_four_the_record_can_answer():
    assert len(worries()) == 8
    assert {one.key for one in worries() if one.on_record} == {"typo", "outfit", "qualified", "ever"}


@pytest.mark.parametrize(
    ("thought", "key"),
    [("It was the typo.", "typo"), ("I will never get a job again.", "ever"), ("One of them hated me.", "")],
)
def test_only_what_can_be_looked_up_goes_to_the_record_first(thought: str, key: str):
    found = asked_in(thought)

    assert (found.key if found else "") == key


def test_at_most_two_are_asked_about_ones_own_first():
    own = (Known("7", "the old voice", cues="never"),)

    found = questions("I always fail, I will never get a job and everyone can see it.", own=own)

    assert 1 <= len(found) <= 2
    assert (found[0].about.name, found[0].words) == ("the old voice", "never")
    assert len(built_in()) == 12
