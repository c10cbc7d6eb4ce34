"""What the record says of the road ahead: the numbers behind the forecast, and the forecast."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Count, F, Min, Q, QuerySet, Value, When

from highroad.app.models import ApplicationRow, OwnerRow
from highroad.applications.application import Channel, Outcome
from highroad.applications.course import MEETINGS
from highroad.applications.forecast import WEEKS_LOOKED_BACK, Ahead, Horizon, Open, by_week, forecast, under_way
from highroad.applications.funnel import Alike, Funnel, funnel, mix, seen
from highroad.applications.silence import Asked, Curve, Waits, asked_of, curve
from highroad.events.event import Stage

ENDED = frozenset({Outcome.REJECTED, Outcome.WITHDRAWN, Outcome.FROZEN})
OFFERED = frozenset({Outcome.OFFER, Outcome.ACCEPTED})
MET = frozenset({*MEETINGS, Stage.OFFER})
OF_LATE = timedelta(weeks=12)  # how the user applies now
PACE = timedelta(weeks=WEEKS_LOOKED_BACK)
OPEN = ~Q(outcome__in=[*ENDED, *OFFERED])


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the record says on a day: how long answers take, how far each channel leads, what is sent and is open.

    `own` is the funnel of the user's own mix of the last twelve weeks; `a_week` its pace in the last four, or in the
    fewer weeks since the first was sent; these are the weeks `looked_back`.
    """

    curves: Mapping[Asked, Curve]
    funnels: Mapping[Channel, Funnel]
    own: Funnel
    a_week: float
    looked_back: float
    open: tuple[Open, ...]

    @property
    def horizons(self) -> tuple[Horizon, ...]:
        """What the next applications may bring when they are sent as of late."""
        return forecast(self.own)

    @property
    def weeks(self) -> tuple[Ahead, ...]:
        """What the next weeks may bring at the pace of late, with what is open."""
        return self.weeks_at(self.a_week)

    def weeks_at(self, a_week: float) -> tuple[Ahead, ...]:
        """The same weeks at another pace."""
        return by_week(self.own.offer, a_week=a_week, looked_back=self.looked_back, under_way=self.open)

    def with_more(self, channel: Channel, *, a_week: float) -> tuple[Ahead, ...]:
        """The same weeks with so many applications a week more by this channel."""
        pace, both = self.a_week + a_week, self.funnel_with(channel, a_week=a_week)
        return by_week(both.offer, a_week=pace, looked_back=self.looked_back, under_way=self.open)

    def funnel_with(self, channel: Channel, *, a_week: float) -> Funnel:
        """The funnel of the own mix with so many a week more by this channel; of those alone where no pace is known."""
        return mix([(self.a_week, self.own), (a_week, self.funnels[channel])])


def outlook(owner: OwnerRow, *, today: date, field: str = "unknown", seniority: str = "mid") -> Outlook:
    """Everything in three questions, counted by the database, however many applications there are."""
    rows = ApplicationRow.objects.filter(owner=owner)
    curves = {asked: curve(asked, waits) for asked, waits in _waits(rows, today).items()}
    alike = _alike(rows, today)
    shown = seen((one for one, _ in alike), curves)
    funnels = {one: funnel(one, shown[one], field=field, seniority=seniority) for one in Channel}
    sent, a_week, looked_back = _sent(rows, today)
    own = mix((count, funnels[one]) for one, count in sent.items())
    return Outlook(curves, funnels, own, a_week, looked_back, _open(alike, funnels, curves))


def curves_of(owner: OwnerRow, *, today: date) -> dict[Asked, Curve]:
    """What a silence says in this record: from which day on an application is quiet, and when it is probably closed."""
    waits = _waits(ApplicationRow.objects.filter(owner=owner), today)
    return {asked: curve(asked, waits[asked]) for asked in Asked}


def _waits(rows: QuerySet[ApplicationRow], today: date) -> dict[Asked, Waits]:
    """How long answers took; an application that ended without one whose day we know is left out."""
    answered: dict[Asked, Counter[int]] = {asked: Counter() for asked in Asked}
    silent: dict[Asked, Counter[int]] = {asked: Counter() for asked in Asked}
    before_a_talk = _waited(rows, "applied_on", "answer_days", met=False)
    after_one = _waited(rows, "first_talk_on", "word_days", met=True)
    for met, channel, took, still_since, count in before_a_talk.union(after_one, all=True):
        asked = asked_of(Channel(channel), met=met)
        if took is not None:
            answered[asked][took] += count
        elif still_since:
            silent[asked][_days(still_since, today)] += count
    return {asked: Waits(_counted(answered[asked]), _counted(silent[asked])) for asked in Asked}


def _waited(
    rows: QuerySet[ApplicationRow], begun: str, days: str, *, met: bool
) -> QuerySet[ApplicationRow, tuple[bool, str, int | None, date | None, int]]:
    """How many there are of each wait: whom for, how long it took, and since when it is still silent."""
    since = Case(When(OPEN & Q(**{f"{days}__isnull": True}), then=F(begun)))
    known = rows.filter(Q(**{f"{days}__isnull": False}) | Q(**{f"{begun}__isnull": False}))
    told = known.annotate(met=Value(met), since=since).values_list("met", "channel", days, "since")
    return told.annotate(Count("pk")).order_by()


def _alike(rows: QuerySet[ApplicationRow], today: date) -> list[tuple[Alike, int | None]]:
    """The applications counted by what the funnel asks of them; an open kind with the days since it was sent."""
    since = Case(When(OPEN, then=F("waiting_since")))
    sent = Case(When(OPEN & Q(waiting_since__isnull=False), then=F("applied_on")))
    kinds = rows.annotate(since=since, sent=sent).values_list("channel", "furthest_stage", "outcome", "since", "sent")
    return [
        (
            alike_of(channel, stage, outcome, silent=_days(since, today), count=count),
            _days(sent, today) if sent else None,
        )
        for channel, stage, outcome, since, sent, count in kinds.annotate(Count("pk")).order_by()
    ]


def alike_of(channel: str, stage: str, outcome: str, *, silent: int, count: int = 1) -> Alike:
    """So many applications as the funnel sees them: one that ends in an offer had its talk."""
    offered = stage == Stage.OFFER or outcome in OFFERED
    return Alike(Channel(channel), stage in MET or offered, offered, outcome in ENDED, silent, count)


def _sent(rows: QuerySet[ApplicationRow], today: date) -> tuple[dict[Channel, int], float, float]:
    """How many were sent each way of late, else ever, else one to a job board; how many a week, over which weeks."""
    counts = rows.values_list("channel").annotate(
        of_late=Count("pk", filter=Q(applied_on__gt=today - OF_LATE)),
        in_pace=Count("pk", filter=Q(applied_on__gt=today - PACE, applied_on__lte=today)),
        ever=Count("pk"),
        first=Min("applied_on"),
    )
    found = list(counts.order_by("channel"))
    of_late = {Channel(channel): late for channel, late, *_ in found if late}
    ever = {Channel(channel): every for channel, _, _, every, _ in found}
    looked_back = _looked_back(min((first for *_, first in found if first), default=None), today)
    pace = sum(now for _, _, now, *_ in found) / looked_back
    return of_late or ever or {Channel.JOB_BOARD: 1}, pace, looked_back


def _looked_back(first: date | None, today: date) -> float:
    """Over how many weeks the pace is told: four, or those since the first was sent, but one at least."""
    begun = _days(first, today) / 7 if first else WEEKS_LOOKED_BACK
    return max(1.0, min(begun, WEEKS_LOOKED_BACK))


def _open(
    alike: list[tuple[Alike, int | None]], funnels: Mapping[Channel, Funnel], curves: Mapping[Asked, Curve]
) -> tuple[Open, ...]:
    """What is under way and not probably closed, with the chance of each that an offer comes of it."""
    found: list[Open] = []
    for one, days in alike:
        waits = curves[asked_of(one.channel, met=one.met)]
        if days is not None and not one.offered and waits.part_over(one.silent) < 1:
            found += [under_way(one, days=days, funnel=funnels[one.channel], curve=waits)] * one.count
    return tuple(found)


def _days(since: date | None, today: date) -> int:
    return max((today - since).days, 0) if since else 0


def _counted(days: Counter[int]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(days.items()))
