"""Step four: how far this one went beside all the others, and what can be said about why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import repeat

from django.db.models import Count, Value

from highroad.app.models import ActionRow, ApplicationRow, HeardRow, OwnerRow
from highroad.app.queries.came import in_own_days, stage_now
from highroad.app.queries.fields import field_of
from highroad.app.queries.opens import Shut, shut
from highroad.app.queries.posting_seen import posting_seen
from highroad.app.queries.recoveries import No, no
from highroad.app.queries.resume import lacking_among, rows_beside
from highroad.app.queries.today_cards import when
from highroad.applications.application import Application, Outcome
from highroad.applications.course import stage_reached
from highroad.applications.field import Profile
from highroad.applications.talks import met_someone
from highroad.events.event import Event, Reason, Stage
from highroad.rejections.rejection import Rejection
from highroad.steps import words_of
from highroad.steps.likely_not_you.reasons import Heard, Reasons, Seen, reasons
from highroad.steps.likely_not_you.strip import Rate, Reached, Strip, rates, stage_strip
from highroad.steps.likely_not_you.worries import Worry, calm_from
from highroad.words.content import load_toml
from highroad.words.skills import Wanted

NO_RECOVERY = 0  # no row has this number
WORKS_ON = "works_on"


@dataclass(frozen=True, slots=True)
class Card:
    """One of the eight worries, closed; `calm_from` says from when it is better read, or nothing."""

    worry: Worry
    title: str
    card: str
    calm_from: str


@dataclass(frozen=True, slots=True)
class Likely:
    """The page of the step; `sentence` is its first, `stages` are those of the strip that say something."""

    no: No
    strip: Strip
    stages: tuple[Reached, ...]
    rates: tuple[Rate, ...]
    reasons: Reasons
    sentence: str
    cards: tuple[Card, ...]
    field: Profile | None  # that of the user's line of work
    chance_rests: Shut | None

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happened, in order."""
        return self.no.rejection.application.events

    @property
    def met_someone(self) -> bool:
        """Whether it went as far as a talk."""
        return met_someone(self.no.rejection.application)


def likely(owner: OwnerRow, event_id: str, *, now: datetime) -> Likely:
    """What this no can tell and what it can't; raises NotThere or NotConfirmed."""
    found = no(owner, event_id)
    application = found.rejection.application
    strip = stage_strip(in_own_days(application), _others(owner, application, now), now=now)
    stages, field = _telling(strip, application), field_of(owner)
    return Likely(
        no=found,
        strip=strip,
        stages=stages,
        rates=rates(stages),
        reasons=_reasons(owner, found, field, now=now),
        sentence=_sentence(strip),
        cards=tuple(card(worry, found.rejection, now=now) for worry in Worry),
        field=field,
        chance_rests=shut(owner, f"{found.url}/likely-not-you/chance", now=now),
    )


def card(worry: Worry, rejection: Rejection, *, now: datetime) -> Card:
    """One worry as its closed card has it."""
    words, calm = words_of_worries()[worry], calm_from(worry, rejection, now=now)
    from_when = when(calm.astimezone(now.tzinfo), now).partition(",")[0] if calm else ""
    return Card(worry, words["title"], words["card"], from_when)


def words_of_worries() -> dict[str, dict[str, str]]:
    """What the pages of the eight worries say."""
    return load_toml("highroad.steps.likely_not_you", "content/worries.toml")


def _reasons(owner: OwnerRow, found: No, field: Profile | None, *, now: datetime) -> Reasons:
    heard, works_on, lacking = _beside(owner, found)
    posting = posting_seen(owner, found.rejection, zone=now.tzinfo)
    seen = Seen(posting.reposted, posting.taken, posting.stood, works_on, lacking)
    return reasons(found.rejection, heard=heard, seen=seen, of_field=field.reasons if field else ())


def _beside(owner: OwnerRow, found: No) -> tuple[list[Heard], tuple[str, ...], tuple[Wanted, ...]]:
    """What the user heard and chose to work on since this no, and what their résumé lacks; in one question."""
    since = found.recovery.pk if found.recovery else NO_RECOVERY
    heard = HeardRow.objects.filter(recovery=since).values_list("reason", "text", "at")
    works = ActionRow.objects.filter(recovery=since).annotate(name=Value(WORKS_ON))
    told = works.order_by().values_list("name", "text", "created_at")
    rows = list(heard.union(told, *rows_beside(owner, found.rejection.application)).order_by("at"))
    return (
        [Heard(Reason(name), text, at) for name, text, at in rows if name in set(Reason)],
        tuple(text for name, text, _ in rows if name == WORKS_ON),
        lacking_among({name: text for name, text, _ in rows}),
    )


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


def _others(owner: OwnerRow, application: Application, now: datetime) -> Iterator[Application]:
    """How far each other application came and nothing more: counted by the database, however many there are."""
    rows = ApplicationRow.objects.filter(owner=owner).exclude(application_id=application.id)
    for came, count in rows.values_list("came").annotate(Count("pk")).order_by():
        yield from repeat(_gone_to(stage_now(came, now=now)), count)


def _gone_to(stage: Stage) -> Application:
    return Application("", None, None, stage, Outcome.OPEN, (), (), None, None)
