"""Proof-reading a letter about work: our own rules for such mail, then spelling and grammar.

Nothing here says that a slip mattered. The gravest come first; of two in one place the graver is told.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from highroad.words import proofread_dates, proofread_german, proofread_greeting, proofread_names, proofread_rules
from highroad.words.language import detect
from highroad.words.likeness import edits
from highroad.words.slip import LONGEST, Known, Letter, Proofreader, Slip, SlipKind

SHORTEST_SLIP = 5  # letters of a word with a capital that is taken for mistyped; shorter ones are names too often
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?:]|\n)[\s\"'“„(*-]*$")
_WORD = re.compile(r"[^\W\d_]+")

Rule = Callable[[Letter, Known], Iterable[Slip]]
RULES: tuple[Rule, ...] = (
    proofread_names.firms,
    proofread_names.people,
    proofread_greeting.greeting,
    proofread_rules.placeholders,
    proofread_rules.attachments,
    proofread_rules.doubled,
    proofread_dates.weekdays,
)
GRAVITY = {kind: place for place, kind in enumerate(SlipKind)}


def proofread(letter: Letter, known: Known, *, english: Proofreader) -> tuple[Slip, ...]:
    """What may be wrong in a letter, in the order of its text; `english` reads it when it is in English."""
    letter = Letter(letter.body[:LONGEST], letter.to, letter.sent_on, letter.attachments)
    ours = chain.from_iterable(rule(letter, known) for rule in RULES)
    return _without_overlaps(chain(ours, _by_language(letter, known, english)))


def _by_language(letter: Letter, known: Known, english: Proofreader) -> Iterator[Slip]:
    language = detect(letter.body)
    if language == "de":
        yield from proofread_german.german(letter.body)
    if language == "en":
        yield from proofread_rules.usual_in_english(letter.body)
        yield from (slip for slip in english(letter.body) if not _is_fine(slip, letter, known))


def _is_fine(slip: Slip, letter: Letter, known: Known) -> bool:
    """Whether a word may stand twice, or is known to the record, or is more likely a name than mistyped."""
    if slip.kind is SlipKind.DOUBLED:
        return proofread_rules.may_stand_twice(slip.words)
    if slip.kind is not SlipKind.SPELLING:
        return False
    words = {word.casefold() for word in _WORD.findall(slip.words)}
    if words and words <= _known_words(letter, known):
        return True
    if slip.words.isupper() or not slip.words[:1].isupper():
        return slip.words.isupper() or not slip.words.isalpha()
    return not (_begins_sentence(letter.body, slip.start) and _is_one_slip(slip))


def _begins_sentence(body: str, at: int) -> bool:
    return bool(_ENDS_SENTENCE.search(body, max(0, at - 20), at))


def _is_one_slip(slip: Slip) -> bool:
    """Whether a single slip of the hand made the word from the one suggested."""
    mistyped, meant = slip.words.lower(), slip.instead.lower()
    return len(mistyped) >= SHORTEST_SLIP and edits(mistyped, meant, most=1) == 1


def _known_words(letter: Letter, known: Known) -> frozenset[str]:
    names = (known.firm, known.own_name, letter.to, *known.people, *known.other_firms, *known.strangers)
    named = chain(*map(_WORD.findall, names), *map(_WORD.findall, letter.attachments))
    return known.words | {word.casefold() for word in named}


def _without_overlaps(slips: Iterable[Slip]) -> tuple[Slip, ...]:
    kept: list[Slip] = []
    for slip in sorted(slips, key=lambda slip: (GRAVITY[slip.kind], slip.start)):
        if all(slip.end <= other.start or slip.start >= other.end for other in kept):
            kept.append(slip)
    return tuple(sorted(kept, key=lambda slip: slip.start))
