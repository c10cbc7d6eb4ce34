"""The phrases by which mails name an employer and a role, by language."""

import re
from collections.abc import Iterator
from functools import cache

from highroad.events.details.flat import Flat
from highroad.events.details.phrases import Phrases, phrases
from highroad.events.details.tables import table

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")


def spoken(language: str | None) -> tuple[str, ...]:
    """The tables to ask: the mail's own, and English, which hiring mail mixes in everywhere."""
    return tuple(dict.fromkeys((language if language in LANGUAGES else "en", "en")))


@cache
def naming(what: str, labels: tuple[str, ...], language: str | None) -> Phrases:
    """The phrases that name an "employer" or a "role" under these labels of the table."""
    content = table("naming")
    tables = [content[tongue][what] for tongue in spoken(language)]
    return phrases({label: [line for table in tables for line in table.get(label, ())] for label in labels})


@cache
def _fields(what: str, language: str | None) -> re.Pattern[str]:
    content = table("naming")
    names = {name for tongue in spoken(language) for name in content[tongue][what]["fields"]}
    longest_first = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(rf"(?:^|\n)[ \t>*•·-]*\**(?:{longest_first})\**[ ]?[:：]\**[ \t]*([^\n]{{2,110}})")


def field_values(flat: Flat, what: str, language: str | None) -> Iterator[tuple[str, int]]:
    """What stands behind the colon of a line such as "Position: Data Analyst", and where it ends."""
    if ":" not in flat.low:
        return
    for match in _fields(what, language).finditer(flat.low):
        yield flat.text[match.start(1) : match.end(1)].strip(" *"), match.end(1)
