"""Three openings in Ana's queue: one where she knows someone, one that is new, one that has stood for long."""

from datetime import datetime, timedelta

from highroad.app.actions.queue import add, say_ready
from highroad.app.models import OpeningRow, OwnerRow
from highroad.words.content import load_toml


def fill_queue(owner: OwnerRow, *, now: datetime) -> None:
    """Pasted over the last days, as anyone would."""
    for told in load_toml("highroad.app.sample.content", "openings.toml")["opening"]:
        then = now - timedelta(days=told["added"])
        number = add(owner, told["text"].strip(), now=then)
        if told["ready"]:
            say_ready(owner, number, told["ready"], now=then)
        closes_on = (now + timedelta(days=told["closes"])).date() if "closes" in told else None
        OpeningRow.objects.filter(pk=number).update(
            posted_on=(now - timedelta(days=told["posted"])).date(),
            closes_on=closes_on,
            came_back=told.get("came_back", False),
            note=told["note"],
        )
