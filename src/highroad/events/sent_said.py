"""What one sentence of the user's own mail does; what is denied, asked for or only thought of is not done."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from highroad.events.details import phrases
from highroad.events.details.flat import lay_flat
from highroad.events.details.phrases import Hit
from highroad.words import clauses
from highroad.words.clauses import Clause, Mood
from highroad.words.content import load_toml

_LONGEST = 700  # letters of a sentence that are looked at


class Deed(StrEnum):
    """What a sentence can do, in the order in which one mail's deeds are believed."""

    WITHDRAWAL = "withdrawal"
    REFUSED = "refused"  # a yes, denied
    ACCEPTED = "accepted"
    THANK_YOU = "thank_you"
    FOLLOW_UP = "follow_up"
    APPLIED = "applied"


# The tables of sent.toml that show a deed; the others only take it back.
_SHOWS = {
    "withdrawal": Deed.WITHDRAWAL,
    "accepted": Deed.ACCEPTED,
    "alone": Deed.ACCEPTED,
    "signed": Deed.ACCEPTED,
    "thank_you": Deed.THANK_YOU,
    "follow_up": Deed.FOLLOW_UP,
    "applied": Deed.APPLIED,
}
_YES = frozenset({"accepted", "alone"})  # what becomes a no when it is denied
_POLITE = frozenset({Deed.THANK_YOU, Deed.FOLLOW_UP})  # "I cannot thank you enough", "I have not heard from you"
_ASKS = frozenset({"whether", "ob", "of", "si", "se"})  # a condition that is a question: "whether there is any news"
_NEAR = (1, 2)  # words from a `not` to what it denies: "not withdraw", "not to withdraw"
_WITHOUT = frozenset({"without", "ohne", "zonder"})  # "I accept without hesitation"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A clause, where it stands in its sentence, and where its denied words and its denials begin."""

    clause: Clause
    start: int
    end: int
    denied: frozenset[int]
    denials: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence: its clauses, and where each phrase stands in it, by table."""

    text: str
    stretches: tuple[_Stretch, ...]
    hits: dict[str, list[Hit]]

    def touching(self, hit: Hit) -> list[_Stretch]:
        """The clauses that a phrase stands in."""
        return [one for one in self.stretches if one.start < hit.end and hit.start < one.end]

    def overlaps(self, table: str, hit: Hit) -> bool:
        """Whether a phrase of this table shares letters with the hit."""
        return any(other.start < hit.end and hit.start < other.end for other in self.hits.get(table, ()))


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence does: often nothing, sometimes two things; and what it names without doing it."""

    done: frozenset[Deed]
    undone: frozenset[Deed]


def deeds(sentence: str, language: str | None) -> Told:
    """What the sentence does, and what it takes back, asks for or only thinks of."""
    laid = _laid(sentence, language)
    found = [(_SHOWS[table], _deed(table, hit, laid)) for table in _SHOWS for hit in laid.hits.get(table, ())]
    done = frozenset(deed for _, deed in found if deed)
    return Told(done, frozenset(named for named, _ in found) - done)


def _deed(table: str, hit: Hit, laid: _Sentence) -> Deed | None:
    """What one phrase does where it stands; None when it does nothing."""
    deed = _SHOWS[table]
    if _is_conditional(deed, hit, laid) or _is_of_something_else(deed, hit, laid):
        return None
    if deed in _POLITE:
        return deed
    if _is_only_thought(hit, laid) or (table == "alone" and hit.end != laid.touching(hit)[-1].end):
        return None
    if table in _YES and _is_denied(hit, laid, anywhere=True):
        return Deed.REFUSED if _is_final(laid) else None
    return None if _is_denied(hit, laid) or (deed is Deed.ACCEPTED and _is_question(laid)) else deed


def _is_conditional(deed: Deed, hit: Hit, laid: _Sentence) -> bool:
    """Whether it stands under an "if" or a "when"; what is asked for may."""
    clause = laid.touching(hit)[0].clause
    asks = deed is Deed.FOLLOW_UP and (clause.mood is Mood.TIME or not _ASKS.isdisjoint(clause.words[:2]))
    return clause.mood is not Mood.STATED and not asks


def _is_of_something_else(deed: Deed, hit: Hit, laid: _Sentence) -> bool:
    """A yes to a call, thanks for a talk to come."""
    return laid.overlaps(f"unlike_{deed}", hit) and not (deed is Deed.THANK_YOU and "over" in laid.hits)


def _is_only_thought(hit: Hit, laid: _Sentence) -> bool:
    """Whether words of doubt stand before it in its clause: "I might", "I am thinking of"."""
    start = laid.touching(hit)[0].start
    return any(start <= doubt.start < hit.start for doubt in laid.hits.get("unsure", ()))


def _is_denied(hit: Hit, laid: _Sentence, *, anywhere: bool = False) -> bool:
    """Under a `not` in its first word, or `anywhere`. One that begins with a denial says no by itself.

    A `not` right before it always counts: in "please do not withdraw" it is no idle one.
    """
    stretches = laid.touching(hit)
    if any(len(laid.text[place : hit.start].split()) in _NEAR for place in stretches[0].denials if place < hit.start):
        return True
    if anywhere:
        return any(hit.start <= place < hit.end for one in stretches for place in one.denied)
    return hit.start in stretches[0].denied and hit.start not in stretches[0].denials


def _is_final(laid: _Sentence) -> bool:
    """Whether a no to an offer leaves nothing open: no question, no condition, no word about its terms."""
    stated = all(one.clause.mood is Mood.STATED and not one.clause.pending for one in laid.stretches)
    return stated and "terms" not in laid.hits and not _is_question(laid)


def _is_question(laid: _Sentence) -> bool:
    return laid.text.rstrip().endswith("?")


@cache
def _ways(language: str | None) -> phrases.Phrases:
    """In the letter's own language and in English, which stands in letters of every language; else in all of them."""
    content = load_toml("highroad.events", "content/sent.toml")
    spoken = content["applied"].keys()
    tongues = {language, "en"} if language in spoken else spoken
    return phrases.phrases(
        {
            table: [line for tongue, lines in told.items() if tongue in tongues for line in lines]
            for table, told in content.items()
        }
    )


def _laid(sentence: str, language: str | None) -> _Sentence:
    flat = lay_flat(sentence, longest=_LONGEST)
    hits: dict[str, list[Hit]] = {}
    for hit in phrases.hits(_ways(language), flat):
        hits.setdefault(hit.phrase.tag, []).append(hit)
    shows = not hits.keys().isdisjoint(_SHOWS)
    return _Sentence(flat.text, tuple(_stretches(flat.text, language or "en")) if shows else (), hits)


def _stretches(text: str, language: str) -> Iterator[_Stretch]:
    end = 0
    for clause in clauses.split(text, language):
        start = text.index(clause.text, end)
        end = start + len(clause.text)
        places = [start + place for place in clauses.words_of(clause.text, language).starts]
        denials = {number for number in clause.negations if clause.words[number] not in _WITHOUT}
        yield _Stretch(
            clause,
            start,
            end,
            denied=frozenset(places[number] for number in clause.denied) if denials else frozenset(),
            denials=frozenset(places[number] for number in denials),
        )
