"""Help beside dark words typed in the terminal: printed apart from what a command prints, it stops nothing."""

import typer

from highroad.app import clock
from highroad.app.actions.dark_words import look_at
from highroad.app.models import OwnerRow
from highroad.app.queries.help import Help, help_card
from highroad.words.crisis import Level


def look(owner: OwnerRow, text: str) -> None:
    """Look at what was typed; the card or the quiet line goes to standard error."""
    now = clock.now()
    found = look_at(owner, text, now=now)
    if found is Level.NONE:
        return
    card = help_card(owner, today=now.date())
    lines = _card(card) if found is Level.EXPLICIT else [card.words["heavy"], *_whom(card)]
    typer.echo("\n".join(["", *lines, ""]), err=True)


def _card(card: Help) -> list[str]:
    words = card.words
    return [words["safe"], words["title"], words["body"], *_whom(card), words["private"], words["rests"]]


def _whom(card: Help) -> list[str]:
    """The lines of the chosen country, or where every country's are."""
    words = card.words
    anywhere = f"  {words['anywhere_url']}  {words['anywhere']}"
    if not card.lines:
        return [f"  {words['local']}. {words['local_when']}", anywhere, words["choose"]]
    lines = [f"  {line.shown}  {line.note}".rstrip() for line in card.lines]
    return [
        words["lines"].format(country=card.country),
        *lines,
        f"  {words['emergency'].format(emergency=card.emergency)}",
        f"  {_verified(card)}",
        anywhere,
    ]


def _verified(card: Help) -> str:
    """When a person checked these lines, and where to check where that is long ago or never was."""
    says = "verified" if card.fresh else "old" if card.verified_on else "unverified"
    date = f"{card.verified_on.day} {card.verified_on:%B %Y}" if card.verified_on else ""
    return card.words[says].format(date=date, url=card.url)
