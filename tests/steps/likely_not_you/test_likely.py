"""How far it went, and three lists of reasons that never mix."""

from datetime import UTC, datetime

import pytest

from highroad.events.event import Kind, Reason, Stage
from highroad.steps.likely_not_you.reasons import Heard, Seen, reasons
from highroad.steps.likely_not_you.strip import Reached, rates, stage_strip
from tests.cast import NOW
from tests.record import event, final_round, form_no, haldenfrey, only_application, only_no


def test_the_strip_counts_how_many_went_as_far():
    far, short = only_application(final_round()), only_application(form_no())
    middle = only_application([event("m", Kind.TALK, employer="Corwen", stage=Stage.SCREEN)])

    strip = stage_strip(far, [far, short, middle])

    assert (strip.stage, strip.as_far, strip.total, strip.rounds) == (Stage.FINAL, 1, 3, 2)
    assert [(one.stage, one.count) for one in strip.reached] == [
        (Stage.APPLIED, 3),
        (Stage.ASSESSMENT, 2),
        (Stage.SCREEN, 2),
        (Stage.INTERVIEW, 1),
        (Stage.FINAL, 1),
    ]
    assert all(one.this_one for one in strip.reached)


def test_a_short_one_stands_beside_those_that_went_further():
    far, short = only_application(final_round()), only_application(form_no())

    strip = stage_strip(short, [far, short])

    assert (strip.as_far, strip.total) == (2, 2)
    assert [one.this_one for one in strip.reached] == [True, False, False, False, False]


def test_the_only_application_is_counted_once_whether_given_or_not():
    far = only_application(final_round())

    assert stage_strip(far, []) == stage_strip(far, [far])


def test_a_stated_reason_is_quoted_and_taken_off_what_cannot_be_known():
    no = haldenfrey("no", Kind.REJECTION, reason=Reason.INTERNAL, reason_quote="we filled it from within")

    found = reasons(only_no([no]))

    assert [(one.reason, one.quote) for one in found.stated] == [(Reason.INTERNAL, "we filled it from within")]
    assert "Whether someone inside had the place already." not in found.unknown
    assert len(found.unknown) == 6


def test_a_no_without_a_reason_states_nothing():
    found = reasons(only_no(form_no()))

    assert found.stated == ()
    assert found.signs == ()
    assert len(found.unknown) == 7


def test_who_was_asked_in_was_good_enough_on_paper():
    found = reasons(only_no(final_round()))

    assert [sign.key for sign in found.signs] == ["qualification"]
    assert found.signs[0].at is not None
    assert "Whether something on paper was missing." not in found.unknown


def test_what_was_said_in_passing_is_a_sign_and_not_a_statement():
    hint = haldenfrey("hint", Kind.UPDATE, 10, reason=Reason.EXPERIENCE, reason_quote="you have not led a team yet")

    found = reasons(only_no([*final_round(), hint]))

    assert found.stated == ()
    assert [(sign.key, sign.quote) for sign in found.signs][1:] == [("skill", "you have not led a team yet")]


SPOKEN_OF = [
    (Reason.INTERNAL, "internal_candidate"),
    (Reason.FROZEN, "changed_need"),
    (Reason.CANCELLED, "changed_need"),
    (Reason.STRONGER_CANDIDATES, "stronger_candidate"),
    (Reason.EXPERIENCE, "skill"),
    (Reason.FIT, "fit"),
    (Reason.FILLED, "filled"),
    (Reason.CLASS_FULL, "class_full"),
]


@pytest.mark.parametrize(("reason", "sign"), SPOKEN_OF)
def test_each_reason_spoken_of_before_the_no_is_a_sign_with_its_words(reason, sign):
    hint = haldenfrey("hint", Kind.WAITLIST, 20, reason=reason, reason_quote="their words")
    silent_no = haldenfrey("no", Kind.REJECTION, 30)

    found = reasons(only_no([hint, silent_no]))

    assert [(one.key, one.quote, one.at) for one in found.signs] == [(sign, "their words", hint.at)]
    assert found.stated == ()


@pytest.mark.parametrize("reason", [reason for reason, _ in SPOKEN_OF])
def test_what_the_no_itself_states_is_no_sign_beside_it(reason):
    hint = haldenfrey("hint", Kind.WAITLIST, 20, reason=reason, reason_quote="their words")
    plain_no = haldenfrey("no", Kind.REJECTION, 30, reason=reason, reason_quote="their words again")

    found = reasons(only_no([hint, plain_no]))

    assert [one.reason for one in found.stated] == [reason]
    assert found.signs == ()


def test_it_says_plainly_that_it_may_be_something_to_work_on():
    assert "something you can work on" in reasons(only_no(form_no())).honest


def test_named_experience_says_plainly_that_it_may_be_skill():
    no = haldenfrey("no", Kind.REJECTION, reason=Reason.EXPERIENCE, reason_quote="five more years")

    found = reasons(only_no([no]))

    assert "there is a sign of it" in found.honest
    assert "there is a sign of it" not in reasons(only_no(form_no())).honest


def test_what_the_user_heard_stands_with_what_they_stated_and_settles_it():
    heard = Heard(Reason.INTERNAL, "Sam said it on the phone.", NOW)

    found = reasons(only_no(form_no()), heard=[heard])

    assert [(one.quote, one.heard) for one in found.stated] == [("Sam said it on the phone.", True)]
    assert "Whether someone inside had the place already." not in found.unknown


def test_an_opening_seen_again_and_a_thing_to_work_on_are_signs():
    seen = Seen(reposted=("Data Analyst at Haldenfrey", NOW), works_on=("numbers", "being louder"))

    found = reasons(only_no(form_no()), seen=seen)

    assert [(sign.key, sign.quote) for sign in found.signs] == [
        ("reposted", "Data Analyst at Haldenfrey"),
        ("works_on", "numbers"),
    ]


def test_a_rate_is_told_from_ten_on_and_holds_its_share():
    reached = [Reached(Stage.APPLIED, 46, True), Reached(Stage.SCREEN, 9, True), Reached(Stage.FINAL, 3, True)]

    (rate,) = rates(reached)

    assert (rate.stage, rate.onward, rate.count, rate.of) == (Stage.APPLIED, Stage.SCREEN, 9, 46)
    assert rate.low < 100 * 9 / 46 < rate.high
    assert rate.low % 5 == rate.high % 5 == 0


def test_a_no_before_the_arranged_talk_is_a_sign():
    held = datetime(2026, 9, 21, 10, tzinfo=UTC)
    invited = haldenfrey("call", Kind.INTERVIEW, 10, stage=Stage.SCREEN, happens_at=held)
    no = haldenfrey("no", Kind.REJECTION, 12)

    found = reasons(only_no([invited, no]))

    assert "before_talk" in [sign.key for sign in found.signs]
