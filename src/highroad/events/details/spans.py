"""Where a name may stand: runs of words that could be an employer's, and runs that could be a role's."""

import re
from collections.abc import Iterator

from highroad.events.details.laid import Laid, Zone
from highroad.events.details.tables import word_set
from highroad.events.details.titles import is_head

Span = tuple[int, int]  # its first word and its last

_LONGEST_FIRM, _LONGEST_ROLE = 7, 9  # words
_ROLE_MARKS = frozenset(("", ",", "-", "/", "(", ")", "|", "&", "+"))
_MOST_JOINS = 2  # marks and small words inside a role
_NUMBERED = re.compile(r"(?=(?:\D*\d){4})(?!(?:19|20)\d\d$)").match  # the number of a posting, no year
_NEAR = 4  # words a cue reaches
_PAST = 6  # words before a name in which the user's past may stand


def firm_spans(laid: Laid, *, address: str) -> Iterator[Span]:
    """Every part of a run of capital words, and of what the small words in names join to it."""
    words, low, gaps, size = laid.words, laid.low, laid.gaps, len(laid.words)
    stop, links, legal = word_set("names", "stop"), word_set("names", "firm_links"), word_set("names", "legal")
    articles, institutions = word_set("names", "articles"), word_set("names", "institutions")
    capital = [
        (word[0].isupper() or word[1:2].isupper() or (word in address and len(word) > 3))
        and (small not in stop or small in articles or (len(word) > 1 and word.isupper()))
        and not _is_number(small)
        for word, small in zip(words, low, strict=True)
    ]
    for first in range(size):
        if not capital[first]:
            continue
        plain = laid.zones[first] in "scj" or low[first] in institutions  # may go on in small letters
        for last in range(first, min(first + _LONGEST_FIRM, size)):
            word = low[last]
            if last > first and gaps[last] and not _goes_on(laid, last):
                break
            if (
                capital[last]
                or (last > first and word in legal)
                or (plain and not (word in stop or word in links or _is_number(word)))
            ):
                yield first, last
            elif word not in links:
                break


def behind_past(laid: Laid, first: int) -> bool:
    """Whether what the user did elsewhere may stand here: "your years at Haldenfrey Traders"."""
    before = laid.low[max(0, first - _PAST) : max(0, first - 1)]
    return laid.zones[first] == Zone.BODY.value and not word_set("names", "pasts").isdisjoint(before)


def _is_number(word: str) -> bool:
    """Whether a posting is filed under it: NRS-98925."""
    return word[-1].isdigit() and bool(_NUMBERED(word))


def _goes_on(laid: Laid, at: int) -> bool:
    """Whether a name may go on behind a mark: "St. Colman", "J. P. Ward", "Haldenfrey, Inc."."""
    if laid.gaps[at] == ".":
        return len(laid.words[at - 1]) <= 2 or laid.low[at - 1] in word_set("names", "abbreviated")
    return laid.gaps[at] == "," and (laid.low[at] in word_set("names", "legal") or "&" in laid.low[at + 1 : at + 3])


def role_spans(laid: Laid) -> Iterator[Span]:
    """Runs of words with one that names what someone does, and runs that stand where a role is named."""
    called = _called(laid)
    heads = {at for at, word in enumerate(laid.low) if is_head(word)} - called
    content = _content(laid, heads) - called
    opened = {at for at in content if laid.gaps[at] or at - 1 not in content}
    asked = opened & _asked(laid)
    near = {at - step for at in heads for step in range(4)}
    for first in sorted((near | asked) & content):
        yield from _from(laid, first, heads, content, asked=first in asked)


def _content(laid: Laid, heads: set[int]) -> set[int]:
    """The words that can be a title's: no small words, unless with a capital inside a line, and none for the post."""
    breaks = word_set("names", "breaks") | word_set("names", "posts") | word_set("names", "stop")
    small = word_set("names", "small")
    return heads | {
        at
        for at, word in enumerate(laid.low)
        if (word not in breaks or (word in small and not laid.gaps[at] and laid.words[at][0].isupper()))
        and not _is_number(word)
    }


def _called(laid: Laid) -> set[int]:
    """The form of address and the person's name behind it: "Ms Baker" bakes nothing."""
    forms, places = word_set("names", "forms_of_address"), set[int]()
    for at, word in enumerate(laid.low):
        if word in forms and laid.words[at][0].isupper():
            places.add(at)
            if at + 1 < len(laid.low) and laid.gaps[at + 1] in ("", "."):
                places.add(at + 1)
    return places


def _asked(laid: Laid) -> set[int]:
    """Where a role may be named without a word that tells one: in the subject, and near a word for post or applying."""
    posts, cues = word_set("names", "posts"), word_set("names", "cues")
    subject = Zone.SUBJECT.value
    places = {at for at, zone in enumerate(laid.zones) if zone == subject}
    for at, word in enumerate(laid.low):
        if word in posts:
            places.update(range(at - _NEAR, at + 1 + _NEAR))
        elif word in cues:
            places.update(range(at + 1, at + 1 + _NEAR))
    return places


def _from(laid: Laid, first: int, heads: set[int], content: set[int], *, asked: bool) -> Iterator[Span]:
    """The spans that begin here, each a word longer, up to where the sentence goes on without the title."""
    low, gaps = laid.low, laid.gaps
    posts, links = word_set("names", "posts"), word_set("names", "role_links")
    plain_posts = word_set("names", "plain_posts")
    joins, named = 0, asked
    for last in range(first, min(first + _LONGEST_ROLE, len(low))):
        if last > first and gaps[last]:
            if gaps[last] == "." and low[last - 1] in word_set("names", "abbreviated"):
                joins -= 1
            elif gaps[last] not in _ROLE_MARKS:
                return
            joins += gaps[last] != ")"
        named = named or last in heads
        if last in content or low[last] in posts:
            if named and joins <= _MOST_JOINS and not (last > first and low[last] in plain_posts):
                yield first, last
        elif low[last] in links:
            joins += 1
        else:
            return
        if joins > _MOST_JOINS:
            return
