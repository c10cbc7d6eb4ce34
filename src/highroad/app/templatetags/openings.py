"""What pages of openings call things: {{ opening.state|opening_called:"state" }}."""

from collections.abc import Iterable

from django import template

from highroad.words.content import load_toml

register = template.Library()


@register.filter
def opening_called(name: str, table: str) -> str:
    """The words for a state, a need or what is not known."""
    words: dict[str, str] = load_toml("highroad.app", "content/queue.toml")[table]
    return words.get(name, name)


@register.filter
def opening_list(names: Iterable[str], table: str) -> str:
    """Several of them in one line."""
    return ", ".join(opening_called(name, table) for name in names)


@register.filter
def board_trouble(why: str) -> str:
    """Why a look brought nothing, in a sentence."""
    words: dict[str, str] = load_toml("highroad.app", "content/boards.toml")["trouble"]
    return words.get(why, why)
