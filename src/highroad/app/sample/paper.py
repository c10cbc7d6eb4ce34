"""Ana's résumé, and the postings she kept of the two that went far."""

from datetime import datetime, timedelta

from highroad.app.actions.resume import keep, keep_posting
from highroad.app.models import ApplicationRow, OwnerRow
from highroad.words.content import load_toml


def keep_paper(owner: OwnerRow, *, now: datetime) -> None:
    """Two months ago, when she began to write."""
    told = load_toml("highroad.app.sample.content", "paper.toml")
    then = now - timedelta(days=told["days"])
    keep(owner, told["resume"], now=then)
    for posting in told["posting"]:
        found = ApplicationRow.objects.filter(owner=owner, employer=posting["employer"]).order_by("pk").first()
        if found:
            keep_posting(owner, found.application_id, posting["text"], now=then)
