"""Titles in running text, told by a word in them that names what someone does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from highroad.events.details.flat import Flat
from highroad.events.details.names import is_common_noun, is_listed_noun, is_stop_word
from highroad.events.details.persons import is_given_name
from highroad.events.details.tables import one_of, word_set
from highroad.events.details.titles import is_head, is_plain_head, open_end

_MOST = 24  # places looked at
_LEFT = 70  # letters looked at before a head
_TOKEN = re.compile(r"[^\s,;:!?()\"“”„»«]+$")
_LOWER_INSIDE = frozenset("of and & für und de der en for und/oder di da do y e".split())
_JOINS_RIGHT = re.compile(
    r" +(?:of|für|de|d'|di|da|do|voor|im Bereich|for|(?:(?<=leiter )|(?<=leiterin )|(?<=leitung ))der) +(?:the +)?"
    r"(?=[A-ZÀ-Þ])"
    r"| +(?=[A-ZÀ-Þ][\w-])|, +(?=[A-ZÀ-Þ])| +[-–] +(?=[A-ZÀ-Þ])| +(?=(?:I{1,3}|IV|[1-5])\b)|/(?=[A-ZÀ-Þa-z])"
)
_BEHIND_FRAMED = re.compile(rf"\s*(?:\([^()\n]{{1,40}}\)\s*)?[\"“”»«]?\s*{one_of('roles', 'posts')}\b", re.I)
_BEFORE_FRAMED = re.compile(
    rf"(?:\b{one_of('roles', 'posts')}(?:\s+{one_of('roles', 'links')})?"
    rf"|\b{one_of('roles', 'asking')}(?:\s+\w+){{0,3}}?\s+{one_of('roles', 'links')})"
    rf"\s*[:„\"“»]?\s*(?:{one_of('roles', 'articles')}\s+)?[„\"“»]?\s*$",
    re.I,
)
_PERSON_BEFORE = re.compile(r"([A-ZÀ-Þ][\w'’-]+)(?:,\s*|\s*\(|\s+[-–]\s+)(?:our |the |unsere?[nr]? |der |die )?$")
_OF_STAFF = re.compile(r"\b(?:our|my|the|your|unser\w*|meine?[mr]?|ihr|ihrem)\s+$", re.I)


@dataclass(frozen=True, slots=True)
class Scanned:
    """Where a title stands, and how surely it is the one the mail is about."""

    start: int
    end: int
    weight: int


def titles_in(flat: Flat, *, until: int, german: bool) -> Iterator[Scanned]:
    """Each title before `until`, its words left and right of the head gathered."""
    heads = [word for word in flat.words if is_head(word)]
    places = sorted(
        match.span() for word in heads for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", flat.low[:until])
    )
    covered = 0
    for start, end in places[:_MOST]:
        if start < covered:
            continue
        if german and flat.text[start].islower():
            continue  # "intern" is no trainee
        found = _title_around(flat, start, end)
        if found:
            covered = found.end
            yield found


def _title_around(flat: Flat, head_start: int, head_end: int) -> Scanned | None:
    text = flat.text
    capital = text[head_start].isupper()
    start = _left_edge(text, head_start, capital=capital)
    end = _right_edge(text, head_start, head_end) if capital else head_end
    before = text[max(0, start - _LEFT) : start]
    framed = bool(_BEFORE_FRAMED.search(before) or _BEHIND_FRAMED.match(text, end))
    if not framed and (not capital or (is_plain_head(flat.low[head_start:head_end]) and start == head_start)):
        return None
    person = _PERSON_BEFORE.search(before)
    if person and not framed:
        return None
    if is_given_name(text[start:].split(" ", 1)[0]):
        return None
    return Scanned(start, end, 5 if framed else 1 if _OF_STAFF.search(before) else 2)


def _left_edge(text: str, start: int, *, capital: bool) -> int:
    """Where the title begins: over capital words, or plain ones up to an article when the head is plain."""
    edge = start
    for _ in range(5):
        gap = text[edge - 1 : edge]
        if gap not in (" ", "/", "-"):
            break
        token = _TOKEN.search(text, max(0, edge - 32), edge - 1)
        if token is None or not _belongs(token[0], capital=capital, first=edge == start):
            break
        edge = token.start()
    inside = text[edge:start].split(" ")
    while inside and inside[0].lower() in _LOWER_INSIDE:
        edge += len(inside.pop(0)) + 1
    return edge


def _belongs(word: str, *, capital: bool, first: bool) -> bool:
    low = word.lower().strip(".,'’")
    if low in _LOWER_INSIDE:
        return capital and not first
    if low in word_set("roles", "outside") or is_common_noun(word) or word.endswith((".", "!", "?")):
        return False
    return word[:1].isupper() or word[:1].isdigit() or (not capital and word.isalpha())


def _right_edge(text: str, start: int, end: int) -> int:
    """Where the title ends, over words that go on with it: "of Data", "für Öffentlichkeitsarbeit", "II"."""
    limit = open_end(text, start)
    position = end
    while position < limit and (join := _JOINS_RIGHT.match(text, position)):
        word = re.compile(r"[^\s,;:!?()]+").match(text, join.end())
        if word is None or word.end() > limit:
            break
        if word[0].lower() in word_set("roles", "outside") or is_stop_word(word[0]) or is_listed_noun(word[0]):
            break
        position = word.end()
    return max(end, min(position, limit))
