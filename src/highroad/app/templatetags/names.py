"""What a page calls things: {{ event.kind|called:"kind" }}."""

from collections.abc import Mapping

from django import template

from highroad.words.content import load_toml

register = template.Library()


@register.filter
def called(name: str, table: str) -> str:
    """The words for a kind, answer, stage, outcome or part; the name itself when there are none."""
    words: dict[str, str] = load_toml("highroad.app.content", "names.toml")[table]
    return words.get(name, name)


@register.filter
def called_there(stage: str, names: Mapping[str, str]) -> str:
    """A stage as the user's own line of work calls it, else as the strip does."""
    return names.get(stage) or called(stage, "strip")


@register.filter
def so_many(name: str, count: int) -> str:
    """The name of a stage behind its count: "1 test", "2 tests"."""
    return name if count == 1 else called(name, "strip_many")
