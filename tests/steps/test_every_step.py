"""What holds for all six: they are in order, made from the record, and have words for all they offer."""

import pytest

from highroad.applications.correction import ConfirmedNo, EventAdded
from highroad.events.event import Event, Kind, Reason, Stage
from highroad.flow import plan
from highroad.steps import STEPS, wording
from tests.cast import NOOR_INTERVIEWER, NOW, SAM_RECRUITER
from tests.record import event, final_round, form_no, haldenfrey, only_no

NOES = {
    "final round": final_round(),
    "form": form_no(),
    "nothing known": [event("no", Kind.REJECTION, None)],
    "old": [haldenfrey("call", Kind.INTERVIEW, 0), haldenfrey("no", Kind.REJECTION, 3)],
    **{
        f"{stage} {reason}": [haldenfrey("no", Kind.REJECTION, 82, stage=stage, reason=reason, people=people)]
        for stage, reason, people in zip(
            list(Stage) * 2, list(Reason) + [None] * 2, [(), (SAM_RECRUITER,), (NOOR_INTERVIEWER,)] * 4, strict=True
        )
    },
}


def test_the_six_are_in_the_order_of_the_article():
    assert [step.name for step in STEPS] == [
        "take_a_moment",
        "ask_for_feedback",
        "dont_burn_bridges",
        "likely_not_you",
        "dont_get_stuck",
        "keep_going",
    ]


@pytest.mark.parametrize("events", NOES.values(), ids=NOES.keys())
def test_every_step_has_something_true_to_offer_and_words_for_it(events: list[Event]):
    tasks = plan(only_no(events), now=NOW).tasks

    sentences = [wording(task) for task in tasks]

    assert [task.step for task in tasks] == sorted((task.step for task in tasks), key=[s.name for s in STEPS].index)
    assert {task.step for task in tasks} == {step.name for step in STEPS}
    assert all(sentence and "{" not in sentence and "None" not in sentence for sentence in sentences)


def test_two_noes_give_two_plans():
    far, short = (plan(only_no(events), now=NOW) for events in (final_round(), form_no()))

    differing = [step.name for step in STEPS if far.of(step.name) != short.of(step.name)]

    assert differing == [step.name for step in STEPS]


def test_a_plan_changes_when_the_record_does():
    thanks = event("thanks", Kind.THANK_YOU, 83.5, people=(NOOR_INTERVIEWER,), by_user=True)

    before = plan(only_no(final_round()), now=NOW)
    after = plan(only_no(final_round(), EventAdded(thanks, belongs_to="no")), now=NOW)

    assert [about for task in before.of("dont_burn_bridges") for _, about in task.about] == [
        "Sam Reyes",
        "Noor Haddad",
        "Eli Brandt",
    ]
    assert [about for task in after.of("dont_burn_bridges") for _, about in task.about] == ["Eli Brandt"]


def test_what_leaves_the_house_rests_a_day():
    tasks = plan(only_no(final_round(), ConfirmedNo("no")), now=NOW).tasks

    resting = {task.step for task in tasks if task.rests_until and task.rests_until > NOW}

    assert resting == {"ask_for_feedback", "dont_burn_bridges", "keep_going"}
