"""How figures are told: {{ rate.value|of_hundred }}, {{ rate.id|in_words }}."""

from django import template

register = template.Library()


@register.filter
def of_hundred(share: float) -> int:
    """A share of one as so many of a hundred."""
    return round(100 * share)


@register.filter
def plain_number(number: float) -> str:
    """A number with one digit behind the point at most, and none where it is whole."""
    return f"{number:.1f}".removesuffix(".0")


@register.filter
def in_words(name: str) -> str:
    """A name made of words as words, its first letter large: callback_to_offer is "Callback to offer"."""
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]
