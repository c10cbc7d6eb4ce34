"""What Ana keeps for herself: a second mantra, where she wants to see both, and one growth story."""

from datetime import datetime, timedelta

from highroad.app.actions.mantras import rate, say_both, show
from highroad.app.actions.stories import begin, write
from highroad.app.models import ActionRow, OwnerRow
from highroad.steps.dont_get_stuck.story import Part
from highroad.words.content import load_toml


def keep_for_herself(owner: OwnerRow, *, now: datetime) -> None:
    """Three weeks ago, on a quiet evening."""
    told = load_toml("highroad.app.sample.content", "thoughts.toml")
    then = now - timedelta(days=told["days"])
    for name, mantra in told["mantras"].items():
        rate(owner, name, mantra["belief"], now=then)
        say_both(owner, name, true_when=mantra["true_when"], not_when=mantra["not_when"])
    show(owner, told["before_talks"], on_today=False, before_talks=True)
    action = ActionRow.objects.filter(owner=owner).order_by("pk").first()
    number = begin(owner, action_id=action.pk if action else None, about=told["about"], question="feedback", now=then)
    for part, text in told["story"].items():
        write(owner, number, Part(part), text.strip(), now=then)
