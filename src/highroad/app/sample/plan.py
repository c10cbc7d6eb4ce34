"""Ana's sheet for this week, made of what is open to her."""

from datetime import datetime

from highroad.app.actions.plan import make
from highroad.app.models import OwnerRow
from highroad.app.queries.plan import proposals
from highroad.steps.keep_going.plan import monday_of
from highroad.words.content import load_toml


def plan_week(owner: OwnerRow, *, now: datetime) -> None:
    """As it is proposed, with what she does when it gets in the way."""
    told = load_toml("highroad.app.sample.content", "plan.toml")
    make(owner, monday_of(now.date()), proposals(owner, now=now), **told, now=now)
