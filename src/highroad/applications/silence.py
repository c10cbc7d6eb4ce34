"""What a silence says: the chance that an answer still comes."""

from datetime import date, timedelta
from functools import cache
from itertools import count
from math import erfc, log, sqrt
from typing import Any

from highroad.applications.application import Application, Outcome
from highroad.applications.course import held_at, met_someone, rounds
from highroad.words.content import load_toml

QUIET = 0.25
PROBABLY_CLOSED = 0.10


def chance_of_reply(days: int, *, met: bool) -> float:
    """The chance that any answer comes at all, after so many silent days: pi S / (1 - pi + pi S).

    A mixture-cure model: a share pi is ever answered, its waiting time is log-normal, S is what of it is still to
    come (Boag 1949, J R Stat Soc B 11:15-53, is the first use of the form). Means of the priors in content/priors.toml.
    """
    priors = _priors()
    share = priors["ever"]["met" if met else "applied"]
    ever = share["a"] / (share["a"] + share["b"])
    to_come = ever * _still_waiting(days, **priors["wait"])
    return float(to_come / (1 - ever + to_come))


def quiet_from(application: Application) -> date | None:
    """The day an open application counts as quiet; None for one that ended or has no date."""
    return _day_below(application, QUIET)


def probably_closed_from(application: Application) -> date | None:
    """The day from which no answer is to be counted on; None for one that ended or has no date."""
    return _day_below(application, PROBABLY_CLOSED)


def _day_below(application: Application, chance: float) -> date | None:
    since = _waiting_since(application)
    if application.outcome is not Outcome.OPEN or since is None:
        return None
    return since + timedelta(days=_days_until_below(chance, met=met_someone(application)))


def _waiting_since(application: Application) -> date | None:
    """The last that was heard or said, or the last talk arranged, whichever is later."""
    talks = (held.date() for talk in rounds(application) if (held := held_at(talk)))
    days = [*talks, application.last_event_on] if application.last_event_on else []
    return max(days, default=None)


@cache
def _days_until_below(chance: float, *, met: bool) -> int:
    return next(days for days in count(1) if chance_of_reply(days, met=met) < chance)


def _still_waiting(days: int, *, mu: float, sigma: float) -> float:
    return 1.0 if days <= 0 else erfc((log(days) - mu) / (sigma * sqrt(2))) / 2


def _priors() -> dict[str, Any]:
    return load_toml("highroad.applications", "content/priors.toml")
