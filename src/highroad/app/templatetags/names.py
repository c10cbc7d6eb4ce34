"""What a page calls things: {{ event.kind|called:"kind" }}."""

from django import template

from highroad.words.content import load_toml

register = template.Library()


@register.filter
def called(name: str, table: str) -> str:
    """The words for a kind, answer, stage, outcome or part; the name itself when there are none."""
    words: dict[str, str] = load_toml("highroad.app.content", "names.toml")[table]
    return words.get(name, name)
