"""The board Ana follows, as two looks found it; nobody is asked, now or later."""

from datetime import datetime, timedelta
from typing import Any

from highroad.app.actions.boards import follow
from highroad.app.actions.boards_kept import keep
from highroad.app.models import BoardRow, OwnerRow
from highroad.edges.boards import Kept
from highroad.steps.keep_going.openings.posting import Posting
from highroad.words.content import load_toml


def follow_board(owner: OwnerRow, *, now: datetime) -> None:
    """The first look some days ago, the second yesterday."""
    told = load_toml("highroad.app.sample.content", "board.toml")
    looks = [now - timedelta(days=days) for days in told["looked"]]
    number = follow(owner, told["address"], employer=told["employer"], now=looks[0])
    for place, then in enumerate(looks):
        there = [_posting(one, now=now) for one in told["posting"] if one["look"] <= place]
        keep(BoardRow.objects.get(pk=number), there, Kept(), now=then)


def _posting(told: dict[str, Any], *, now: datetime) -> Posting:
    return Posting(
        role=told["role"],
        number=told["number"],
        place=told["place"],
        url=told["url"],
        text=told["text"].strip(),
        posted_on=(now - timedelta(days=told["posted"])).date(),
    )
