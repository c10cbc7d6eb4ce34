"""How a text is shown before it leaves: {{ body|marked:heat }}, and its hour: {{ leaves_at|when:now }}."""

import re
from collections.abc import Iterable
from datetime import datetime

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from highroad.app.queries import today_cards
from highroad.words.tone import Heat

register = template.Library()
MARK = '<mark><span class="for-ears">Flagged: </span>{}</mark>'


@register.filter
def marked(text: str, heat: Iterable[Heat]) -> SafeString:
    """The text, escaped, with the words that read hot marked."""
    flagged = {one.words for one in heat if one.words}
    if not flagged:
        return conditional_escape(text)
    one_of_them = "|".join(map(_in_any_spacing, sorted(flagged, key=len, reverse=True)))
    pieces = re.split(f"({one_of_them})", text)
    return format_html("".join(MARK if " ".join(one.split()) in flagged else "{}" for one in pieces), *pieces)


@register.filter
def when(moment: datetime, now: datetime) -> str:
    """A moment as one would say it: tomorrow, 9:00."""
    return today_cards.when(moment.astimezone(now.tzinfo), now)


def _in_any_spacing(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))
