"""The forecast made ready for its page, as it was logged; and how well the logged ones did."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from itertools import product

from highroad.app.codec import from_json
from highroad.app.models import ApplicationRow, ForecastRow, OwnerRow
from highroad.app.pictures import Hundred, Plot, plot, with_range
from highroad.app.queries.applications import NotThere
from highroad.app.queries.fields import prior_of
from highroad.app.queries.forecast import ENDED, MET, OFFERED, outlook
from highroad.app.queries.silence import Silence, Silences, silences
from highroad.applications.application import Channel
from highroad.applications.fact import Fact, published
from highroad.applications.forecast import HORIZONS, Ahead, Horizon, Range, dots, others_of, range_of
from highroad.applications.scored import Later, Score, Told, came_true, score
from highroad.words.content import load_toml

LOOKS_AHEAD = 100  # applications, in the plots of twenty dots
WEEK = 12  # of the two ways laid side by side
REFERRALS = 1  # a week, beside what is sent; alone where nothing was sent of late
LOW_CHANCE = 10.0  # of 100 at fifty applications: below it the page begins with what can be changed
USUAL = 25


@dataclass(frozen=True, slots=True)
class Shown:
    """The figures of one forecast, unrounded, as they are logged; `more` is with one referral a week."""

    horizons: tuple[Horizon, ...]
    interview_dots: tuple[int | None, ...]
    offer_dots: tuple[int | None, ...]
    weeks: tuple[Ahead, ...]
    more: tuple[Ahead, ...]
    more_others_share: float  # 0 to 1, as that of each horizon
    a_week: float
    paced: bool  # whether anything was sent of late; without it one a week is taken
    sent: int


@dataclass(frozen=True, slots=True)
class Way:
    """One of the two ways laid side by side."""

    key: str
    range: Range
    picture: Hundred
    others: int  # of 100, how much rests on other people's figures


@dataclass(frozen=True, slots=True)
class Forecast:
    """One forecast as its page shows it, the nearest event first."""

    id: int
    on: date
    n: int
    interview: Range
    offer: Range
    interview_picture: Hundred
    offer_picture: Hundred
    interview_plot: Plot
    offer_plot: Plot
    ways: tuple[Way, ...]
    others: int  # of 100, how much rests on other people's figures
    a_week: int  # none for less than one
    paced: bool
    sent: int
    lever_first: bool
    prior: Fact | None


def shown_now(owner: OwnerRow, *, now: datetime) -> Shown:
    """What the forecast says on this day."""
    found = outlook(owner, today=now.date(), field=prior_of(owner.field))
    paced = found.a_week > 0
    pace = found.a_week if paced else 1.0
    return Shown(
        horizons=found.horizons,
        interview_dots=dots(found.own.interview, at_most=LOOKS_AHEAD),
        offer_dots=dots(found.own.offer, at_most=LOOKS_AHEAD),
        weeks=found.weeks_at(pace),
        more=found.with_more(Channel.REFERRAL, a_week=REFERRALS),
        more_others_share=found.funnel_with(Channel.REFERRAL, a_week=REFERRALS).others_share,
        a_week=pace,
        paced=paced,
        sent=ApplicationRow.objects.filter(owner=owner).count(),
    )


def logged(owner: OwnerRow, forecast_id: int) -> Shown:
    """The figures of one logged forecast, unrounded; raises NotThere."""
    return from_json(_row(owner, forecast_id).shown, Shown)


def forecast(owner: OwnerRow, forecast_id: int, *, number: str) -> Forecast:
    """One logged forecast for so many applications ahead; raises NotThere."""
    row = _row(owner, forecast_id)
    shown = from_json(row.shown, Shown)
    n = int(number) if number in map(str, HORIZONS) else USUAL
    one = next(horizon for horizon in shown.horizons if horizon.n == n)
    fifty = next(horizon for horizon in shown.horizons if horizon.n == 50)
    interview, offer = range_of(one.interview_low, one.interview_high), range_of(one.offer_low, one.offer_high)
    words, whose = _words(), "" if shown.sent else "_any"
    return Forecast(
        id=row.pk,
        on=row.on,
        n=n,
        interview=interview,
        offer=offer,
        interview_picture=_hundred("interview", words[f"interview_dots{whose}"], interview),
        offer_picture=_hundred("offer", words[f"offer_dots{whose}"], offer),
        interview_plot=plot("until-interview", words["interview_plot"], shown.interview_dots, at_most=LOOKS_AHEAD),
        offer_plot=plot("until-offer", words["offer_plot"], shown.offer_dots, at_most=LOOKS_AHEAD),
        ways=(_way("own", shown.weeks, one.others_share), _way("referral", shown.more, shown.more_others_share)),
        others=others_of(one.others_share),
        a_week=round(shown.a_week),
        paced=shown.paced,
        sent=shown.sent,
        lever_first=fifty.offer < LOW_CHANCE,
        prior=published("priors"),
    )


def how_well(owner: OwnerRow, *, today: date) -> Score:
    """How the logged forecasts did, each of one day once; what is still open counts neither way."""
    rows = list(ForecastRow.objects.filter(owner=owner).order_by("on", "-at").values_list("on", "shown"))
    by_day = dict(reversed(rows))
    after = _sent_after(owner, min(by_day, default=today), today)
    told = []
    for on, shown in by_day.items():
        later = [one for sent_on, one in after if sent_on > on]
        for horizon, offer in product(from_json(shown, Shown).horizons, (False, True)):
            chance = horizon.offer if offer else horizon.interview
            told.append(Told(chance, came_true(later, within=horizon.n, offer=offer)))
    return score(told)


def as_logged(shown: Shown) -> dict[str, object]:
    """The figures as their row keeps them."""
    return asdict(shown)


def _row(owner: OwnerRow, forecast_id: int) -> ForecastRow:
    row = ForecastRow.objects.filter(owner=owner, pk=forecast_id).first()
    if row is None:
        raise NotThere
    return row


def _sent_after(owner: OwnerRow, day: date, today: date) -> list[tuple[date, Later]]:
    rows = ApplicationRow.objects.filter(owner=owner, applied_on__gt=day).order_by("applied_on", "application_id")
    silent = silences(owner, today=today)
    return [(row.applied_on, _later(row, silent)) for row in rows if row.applied_on]


def _later(row: ApplicationRow, silent: Silences) -> Later:
    offer = row.furthest_stage == "offer" or row.outcome in OFFERED
    return Later(
        interview=row.furthest_stage in MET or offer,
        offer=offer,
        over=offer or row.outcome in ENDED or silent.of(row) is Silence.CLOSED,
    )


def _hundred(name: str, title: str, told: Range) -> Hundred:
    words = _words()
    return with_range(name, title, low=told.low, high=told.high, words=(words["have"], words["may"], words["have_not"]))


def _way(key: str, weeks: tuple[Ahead, ...], others_share: float) -> Way:
    week = next(one for one in weeks if one.week == WEEK)
    told = range_of(week.low, week.high)
    return Way(key, told, _hundred(f"way-{key}", _words()["way_dots"], told), others_of(others_share))


def _words() -> dict[str, str]:
    return load_toml("highroad.app.content", "forecast.toml")
