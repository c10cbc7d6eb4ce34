"""A no that comes before the talk it ends is told as one before anybody was met."""

from datetime import timedelta

from highroad.events.event import Kind, Stage
from highroad.steps import STEPS
from tests.cast import NOW
from tests.record import haldenfrey, only_no

EVENTS = [haldenfrey("a", Kind.CONFIRMATION, 0), haldenfrey("c", Kind.REJECTION, 12, stage=None)]


def suggested(*between) -> list[str]:
    rejection = only_no([EVENTS[0], *between, EVENTS[1]])
    return [
        f"{task.words} {dict(task.about).get('stage', '')}".strip()
        for step in STEPS
        for task in step.suggest(rejection, now=NOW)
    ]


def test_no_step_speaks_of_a_talk_that_was_only_arranged():
    ahead = EVENTS[1].at + timedelta(days=3)

    tasks = suggested(haldenfrey("b", Kind.INTERVIEW, 9, happens_at=ahead, stage=Stage.FINAL))

    assert {"name_it", "thought_nobody_looks", "mantra_skills", "reached the first look"} <= set(tasks)


def test_each_step_speaks_of_the_talk_that_was_held():
    held = EVENTS[1].at - timedelta(days=1)

    tasks = suggested(haldenfrey("b", Kind.INTERVIEW, 9, happens_at=held, stage=Stage.FINAL))

    assert {"name_it_far the final round", "thought_always_second", "reached the final round"} <= set(tasks)
