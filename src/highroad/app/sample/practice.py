"""What Ana practised: some cards that sit, some that don't yet, one question she was really asked."""

from datetime import datetime, timedelta

from highroad.app.actions.practice import add_card, keep_answer, mark
from highroad.app.models import OwnerRow
from highroad.words.content import load_toml


def practise(owner: OwnerRow, *, now: datetime) -> None:
    """The last two weeks of it."""
    told = load_toml("highroad.app.sample.content", "practice.toml")
    for said in told["said"]:
        for days, given in zip(said["days"], said["marks"], strict=True):
            mark(owner, said["card"], given, now=now - timedelta(days=days))
    own, answer = told["own"], told["answer"]
    asked = add_card(owner, own["text"], now=now - timedelta(days=own["days"]))
    mark(owner, asked, own["mark"], now=now - timedelta(days=own["days"]))
    keep_answer(owner, answer["card"], answer["text"].strip(), now=now - timedelta(days=answer["days"]))
