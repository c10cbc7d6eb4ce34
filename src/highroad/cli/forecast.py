"""`highroad forecast`: what the next applications may bring, by the record or by numbers one gives."""

import json as json_text
import sys
from dataclasses import asdict
from typing import Annotated

import typer
from django.template.loader import render_to_string

from highroad.app import clock
from highroad.app.actions.forecast import make_forecast
from highroad.app.actions.start import make_ready
from highroad.app.queries.fields import prior_of
from highroad.app.queries.forecast import outlook
from highroad.app.queries.forecast_pages import logged
from highroad.app.queries.forecast_rest import Resting, resting
from highroad.app.queries.owners import the_owner
from highroad.app.queries.today_cards import when
from highroad.applications.application import Channel
from highroad.applications.fact import published
from highroad.applications.forecast import Horizon, forecast, others_of, range_of
from highroad.applications.funnel import Seen, fields, funnel, seniorities
from highroad.words.content import load_toml

app = typer.Typer(add_completion=False)
MOST = 1_000_000  # of anything one person counts
ANY = "unknown"  # the field of who names none
USUAL = "mid"  # the level the page takes
Field = Annotated[str | None, typer.Option(help="A field of work; for your record, your own unless given.")]
Seniority = Annotated[str, typer.Option(help="entry, mid, senior or executive.")]


@app.command("forecast")
def tell(
    applications: Annotated[
        int | None, typer.Option(help="What if: so many applications that are over or old.")
    ] = None,
    interviews: Annotated[int | None, typer.Option(help="How many of them led to a first talk.")] = None,
    closed: Annotated[int | None, typer.Option(help="How many of those talks ended without an offer.")] = None,
    offers: Annotated[int | None, typer.Option(help="How many ended with one.")] = None,
    channel: Annotated[str | None, typer.Option(help="How they were sent: job_board, referral, ...")] = None,
    field: Field = None,
    seniority: Seniority = USUAL,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, unrounded.")] = False,
) -> None:
    """Of 100 people with such a record, how many have an interview and an offer within the next applications."""
    _one_of("--field", field or ANY, fields())
    _one_of("--seniority", seniority, seniorities())
    counts = {"applications": applications, "interviews": interviews, "closed": closed, "offers": offers}
    if channel is None and set(counts.values()) == {None}:
        found: tuple[Horizon, ...] | Resting = _of_record(field, seniority)
    else:
        _one_of("--channel", way := channel or Channel.JOB_BOARD, tuple(Channel))
        seen = _seen({name: count or 0 for name, count in counts.items()})
        found = forecast(funnel(Channel(way), seen, field=field or ANY, seniority=seniority))
    typer.echo(json_text.dumps(_as_json(found)) if json else _told(found))


def _of_record(field: str | None, seniority: str) -> tuple[Horizon, ...] | Resting:
    """Logged as the page's is, unless other priors than the page's are asked for; while it rests, none."""
    now = clock.now()
    make_ready(now=now)
    owner = the_owner()
    if rest := resting(owner, now=now):
        return rest
    own = prior_of(owner.field)
    if (field or own, seniority) == (own, USUAL):
        return logged(owner, make_forecast(owner, now=now)).horizons
    return outlook(owner, today=now.date(), field=field or own, seniority=seniority).horizons


def _seen(counts: dict[str, int]) -> Seen:
    """The counts as the funnel has them; ends with a sentence when they cannot all be true."""
    for name, count in counts.items():
        if count < 0:
            sys.exit(f"--{name} cannot be below 0; it is {count}.")
        if count > MOST:
            sys.exit(f"--{name} cannot be above {MOST}; it is {count}.")
    applications, interviews, closed, offers = counts.values()
    if interviews > applications:
        sys.exit(f"{interviews} interviews cannot come of {applications} applications. Only first talks are counted.")
    if closed + offers > interviews:
        sys.exit(f"{closed} closed and {offers} with an offer are more than the {interviews} interviews.")
    return Seen(interviews, applications - interviews, offers, closed)


def _one_of(option: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        sys.exit(f"{option} {given} is not known. It is one of: {', '.join(known)}.")


def _as_json(found: tuple[Horizon, ...] | Resting) -> dict[str, object]:
    if isinstance(found, Resting):
        return {"horizons": [], "rests_until": found.until.isoformat() if found.until else None}
    return {"horizons": [asdict(one) for one in found]}


def _told(found: tuple[Horizon, ...] | Resting) -> str:
    if isinstance(found, Resting):
        return _why_none(found)
    lines = [_words()["terminal_head"], *map(_line, found), *_rests_on(found[0].others_share)]
    return "\n".join(lines)


def _why_none(rest: Resting) -> str:
    words, now = _words(), clock.now()
    until = words["until"].format(when=when(rest.until.astimezone(now.tzinfo), now)) if rest.until else ""
    return f"{words[rest.because]} {until}".rstrip()


def _line(one: Horizon) -> str:
    interview, offer = _range(one.interview_low, one.interview_high), _range(one.offer_low, one.offer_high)
    return _words()["terminal_line"].format(n=one.n, interview=interview, offer=offer)


def _rests_on(others_share: float) -> list[str]:
    """Whose figures these are, and where other people's are from, once somebody has read it."""
    share = render_to_string("forecast/rests_on.html", {"others": others_of(others_share)})
    source = [_words()["terminal_source"].format(**asdict(prior))] if (prior := published("priors")) else []
    return [_words()["terminal_rests"].format(share=share), *source]


def _range(low: float, high: float) -> str:
    """The range in the words of the page."""
    return render_to_string("forecast/range.html", {"range": range_of(low, high)})


def _words() -> dict[str, str]:
    return load_toml("highroad.app.content", "forecast.toml")
