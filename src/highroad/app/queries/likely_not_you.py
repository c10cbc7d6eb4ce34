"""Step four: how far this one went beside all the others, and what can be said about why."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat

from django.db.models import Count

from highroad.app.models import ApplicationRow, OwnerRow
from highroad.app.queries.recoveries import No, no
from highroad.applications.application import Application, Outcome
from highroad.applications.course import stage_reached
from highroad.events.event import Stage
from highroad.steps import words_of
from highroad.steps.likely_not_you.reasons import Reasons, reasons
from highroad.steps.likely_not_you.strip import Reached, Strip, stage_strip


@dataclass(frozen=True, slots=True)
class Likely:
    """The page of the step; `sentence` is its first, `stages` are those of the strip that say something."""

    no: No
    strip: Strip
    stages: tuple[Reached, ...]
    reasons: Reasons
    sentence: str


def likely(owner: OwnerRow, event_id: str) -> Likely:
    """What this no can tell and what it can't; raises NotThere or NotConfirmed."""
    found = no(owner, event_id)
    application = found.rejection.application
    strip = stage_strip(application, _others(owner, application))
    return Likely(found, strip, _telling(strip, application), reasons(found.rejection), _sentence(strip))


def _telling(strip: Strip, application: Application) -> tuple[Reached, ...]:
    """Without the stages this one passed by and at which no other ended: their counts would only repeat the next."""
    seen = {Stage.APPLIED, strip.stage, *(stage_reached(event) for event in application.events)}
    counts = [one.count for one in strip.reached]
    ahead = zip(strip.reached, [*counts[1:], 0], strict=True)
    return tuple(one for one, next_count in ahead if one.stage in seen or one.count != next_count)


def _sentence(strip: Strip) -> str:
    words = words_of("likely_not_you")
    key = "reached_rounds" if strip.rounds > 1 else "reached"
    if strip.total == 1:
        key = "reached_only"
    if strip.stage is Stage.APPLIED:
        key = "reached_first"
    sentence: str = words[key]
    return sentence.format(
        stage=words["stages"][strip.stage], as_far=strip.as_far, total=strip.total, rounds=strip.rounds
    )


def _others(owner: OwnerRow, application: Application) -> Iterator[Application]:
    """How far each other application went and nothing more: counted by the database, however many there are."""
    rows = ApplicationRow.objects.filter(owner=owner).exclude(application_id=application.id)
    for stage, count in rows.values_list("furthest_stage").annotate(Count("pk")).order_by():
        yield from repeat(_gone_to(Stage(stage)), count)


def _gone_to(stage: Stage) -> Application:
    return Application("", None, None, stage, Outcome.OPEN, (), (), None, None)
