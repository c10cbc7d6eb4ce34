"""One thought at a time, and only words one half believes."""

import pytest

from highroad.steps import words_of
from highroad.steps.dont_get_stuck.mantras import Offer, belief_rule, mantras
from highroad.steps.dont_get_stuck.thought import ThoughtRecord, amiss, change


def test_a_whole_record_and_a_begun_one_are_both_well():
    begun = ThoughtRecord("I will never get this")
    whole = ThoughtRecord("I will never get this", 8, "Two noes", "Two talks", "", "Not this time", 5)

    assert amiss(begun) == amiss(whole) == ()


@pytest.mark.parametrize(
    ("record", "found"),
    [
        (ThoughtRecord("  "), "no_thought"),
        (ThoughtRecord("Never", belief_before=11), "belief_out_of_range"),
        (ThoughtRecord("Never", belief_after=-1, fairer="Not yet"), "belief_out_of_range"),
        (ThoughtRecord("I never will.", fairer="i  never will"), "fairer_is_the_same"),
        (ThoughtRecord("Never", 8, belief_after=5), "after_without_fairer"),
    ],
)
def test_what_makes_no_sense_is_named_and_has_words(record: ThoughtRecord, found: str):
    assert amiss(record) == (found,)
    assert words_of("dont_get_stuck")["amiss"][found]


def test_the_change_is_how_far_belief_fell():
    assert change(ThoughtRecord("Never", 8, fairer="Not yet", belief_after=5)) == 3
    assert change(ThoughtRecord("Never", 5, fairer="Not yet", belief_after=6)) == -1
    assert change(ThoughtRecord("Never", 8)) is None


def test_three_mantras_are_offered_and_two_only_on_request():
    offered = [(mantra.key, mantra.opt_in) for mantra in mantras()]

    assert offered == [
        ("work_on", False),
        ("practice", False),
        ("skills", False),
        ("gave_my_all", True),
        ("right_one", True),
    ]


def test_the_blank_takes_the_users_own_words():
    work_on = mantras()[0]

    assert "build next: window functions." in work_on.filled("window functions")
    assert work_on.filled("  ") == work_on.text
    assert mantras()[1].filled("anything") == mantras()[1].text


def test_what_is_not_believed_is_not_offered():
    assert [belief_rule(belief) for belief in range(11)] == (
        [Offer.NOT_OFFERED] * 4 + [Offer.TRUE_AND_NOT] * 3 + [Offer.SHOWN] * 4
    )
