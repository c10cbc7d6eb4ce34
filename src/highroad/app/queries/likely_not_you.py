"""Step four: how far this one went beside all the others, and what can be said about why."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import repeat

from django.db.models import BooleanField, Case, Count, ExpressionWrapper, Q, Value, When

from highroad.app.models import ActionRow, ApplicationRow, HeardRow, OwnerRow
from highroad.app.queries.came import stage_now
from highroad.app.queries.fields import field_of, stage_names
from highroad.app.queries.opens import Shut, shut
from highroad.app.queries.posting_seen import posting_seen
from highroad.app.queries.recoveries import No, no
from highroad.app.queries.resume import as_gap, lacking_among, rows_beside
from highroad.app.queries.stats import tested
from highroad.app.queries.today_cards import when
from highroad.applications.application import Application, Outcome
from highroad.applications.course import stage_reached
from highroad.applications.field import Profile
from highroad.applications.talks import met_someone
from highroad.events.event import Event, Reason, Stage
from highroad.rejections.rejection import Rejection
from highroad.steps import words_of
from highroad.steps.likely_not_you.reasons import Heard, Reasons, Seen, Sign, Stated, reasons
from highroad.steps.likely_not_you.strip import Rate, Reached, Strip, rates, stage_strip
from highroad.steps.likely_not_you.worries import Worry, calm_from
from highroad.words.content import load_toml
from highroad.words.skills import Wanted

NO_RECOVERY = 0  # no row has this number
WORKS_ON, WORKS_ELSEWHERE = "works_on", "works_elsewhere"


@dataclass(frozen=True, slots=True)
class Card:
    """One of the eight worries, closed; `calm_from` says from when it is better read, or nothing."""

    worry: Worry
    title: str
    card: str
    calm_from: str


@dataclass(frozen=True, slots=True)
class Likely:
    """The page of the step; `sentence` is its first, `stages` are those of the strip that say something.

    `names` are those of stages that the user's own line of work calls otherwise; `begun` is what is worked on already.
    """

    no: No
    strip: Strip
    stages: tuple[Reached, ...]
    names: Mapping[Stage, str]
    rates: tuple[Rate, ...]
    reasons: Reasons
    begun: frozenset[Stated | Sign]
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
    others, tests = _all_others(owner, application, now=now)
    strip = stage_strip(application, others, now=now)
    stages, field = _telling(strip, application, tests=tests), field_of(owner)
    why, begun = _reasons(owner, found, field, now=now)
    said = " ".join(event.reading.evidence or "" for event in application.events)
    return Likely(
        no=found,
        strip=strip,
        stages=stages,
        names=stage_names(owner, field, said=said),
        rates=rates(one for one in stages if one.stage is not Stage.ASSESSMENT),
        reasons=why,
        begun=begun,
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


def gap_of(named: Stated | Sign) -> str:
    """What a reason or a sign is called once it is among the things to work on."""
    if isinstance(named, Sign):
        return as_gap("skill", skill=named.skill)
    if not named.quote:
        return as_gap("experience")
    return as_gap("heard" if named.heard else "said", words=named.quote)


def _reasons(
    owner: OwnerRow, found: No, field: Profile | None, *, now: datetime
) -> tuple[Reasons, frozenset[Stated | Sign]]:
    """What can be said about why, and what of it the user works on already, since this no or another."""
    heard, works_on, works_elsewhere, lacking = _beside(owner, found)
    posting = posting_seen(owner, found.rejection, zone=now.tzinfo)
    seen = Seen(posting.reposted, posting.taken, posting.stood, works_on, lacking)
    why = reasons(found.rejection, heard=heard, seen=seen, of_field=field.reasons if field else ())
    named: tuple[Stated | Sign, ...] = (*why.stated, *(sign for sign in why.signs if sign.skill))
    return why, frozenset(one for one in named if gap_of(one) in {*works_on, *works_elsewhere})


def _beside(owner: OwnerRow, found: No) -> tuple[list[Heard], tuple[str, ...], tuple[str, ...], tuple[Wanted, ...]]:
    """What the user heard, works on since this no, and works on beside; what their résumé lacks. In one question."""
    since = found.recovery.pk if found.recovery else NO_RECOVERY
    heard = HeardRow.objects.filter(recovery=since).values_list("reason", "text", "at")
    since_when = Case(When(recovery=since, then=Value(WORKS_ON)), default=Value(WORKS_ELSEWHERE))
    works = ActionRow.objects.filter(owner=owner).annotate(name=since_when)
    told = works.order_by().values_list("name", "text", "created_at")
    rows = list(heard.union(told, *rows_beside(owner, found.rejection.application)).order_by("at"))
    return (
        [Heard(Reason(name), text, at) for name, text, at in rows if name in set(Reason)],
        tuple(text for name, text, _ in rows if name == WORKS_ON),
        tuple(text for name, text, _ in rows if name == WORKS_ELSEWHERE),
        lacking_among({name: text for name, text, _ in rows}),
    )


def _telling(strip: Strip, application: Application, *, tests: int) -> tuple[Reached, ...]:
    """Without the stages this one passed by and at which no other ended: their counts would only repeat the next.

    Many employers set no test, so that its count is of those that took place, as in every picture.
    """
    seen = {Stage.APPLIED, strip.stage, *(stage_reached(event) for event in application.events)}
    counts = [one.count for one in strip.reached]
    ahead = zip(strip.reached, [*counts[1:], 0], strict=True)
    told = (one for one, next_count in ahead if one.stage in seen or one.count != next_count)
    counted = (replace(one, count=tests) if one.stage is Stage.ASSESSMENT else one for one in told)
    return tuple(one for one in counted if one.count)


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


def _all_others(owner: OwnerRow, application: Application, *, now: datetime) -> tuple[list[Application], int]:
    """How far each other application came and nothing more, and in how many of all a test took place.

    Both are counted by the database, however many there are.
    """
    marks = {
        "this": ExpressionWrapper(Q(application_id=application.id), BooleanField()),
        "test": ExpressionWrapper(tested(), BooleanField()),
    }
    rows = ApplicationRow.objects.filter(owner=owner).annotate(**marks).values_list("came", *marks)
    counted = list(rows.annotate(Count("pk")).order_by())
    far = ((_gone_to(stage_now(came, now=now)), number) for came, this, _, number in counted if not this)
    others = [one for gone, number in far for one in repeat(gone, number)]
    return others, sum(number for _, _, test, number in counted if test)


def _gone_to(stage: Stage) -> Application:
    return Application("", None, None, stage, Outcome.OPEN, (), (), None, None)
