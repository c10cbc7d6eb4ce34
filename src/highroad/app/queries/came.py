"""How far an application came by what took place, as its row has it; a talk to come counts once it was held."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from highroad.app.models import EventRow, PersonRow
from highroad.app.queries.undated import SETTLED
from highroad.applications.course import TALKS
from highroad.applications.talks import came_to, is_met
from highroad.events.event import STAGES, Kind, Stage

TALKED = tuple(stage for stage in STAGES if is_met(stage))


def stage_now(came: Mapping[str, str], *, now: datetime) -> Stage:
    """The furthest stage the user took part in by now; an invitation is none."""
    return came_to({Stage(stage): datetime.fromisoformat(since) for stage, since in came.items()}, now=now)


def talked_since(came: Mapping[str, str]) -> datetime | None:
    """From when on a talk counts as held; None where there was none and none has a day."""
    return min((datetime.fromisoformat(since) for stage, since in came.items() if is_met(Stage(stage))), default=None)


def after_a_talk(people: QuerySet[PersonRow], *, now: datetime) -> QuerySet[PersonRow]:
    """Those of them in whose application a talk was held by now."""
    by_now = now.astimezone(UTC).isoformat()
    since = {f"since_{stage}": Cast(KeyTextTransform(stage, "application__came"), TextField()) for stage in TALKED}
    return people.alias(**since).filter(reduce(or_, (Q(**{f"since_{stage}__lte": by_now}) for stage in TALKED)))


def is_ahead(furthest: str, came: Mapping[str, str], *, now: datetime) -> bool:
    """Whether they asked for a talk that nothing shows to have taken place yet."""
    return STAGES.index(Stage(furthest)) > STAGES.index(stage_now(came, now=now))


def is_maybe_only() -> Q:
    """Of applications: each mail that asks for a talk may be about something else, and no offer came."""
    asking = EventRow.objects.filter(application=OuterRef("pk"), kind__in=(*TALKS, Kind.OFFER))
    return Q(Exists(asking.exclude(SETTLED))) & ~Q(Exists(asking.filter(SETTLED)))
