"""What a mail says, clause by clause: the concepts each names, affirms or denies, and whether it is said to be so."""

from dataclasses import dataclass

from highroad.events.lexicon import concepts_in
from highroad.words import clauses
from highroad.words.clauses import Clause, Mood
from highroad.words.phrases import Mention

# What stands open while a condition names it ("if you are selected"), unless the condition is only polite.
_OPEN = frozenset(
    "choose advance fit successful unsuccessful consider hear contact decide interview offer invite refuse".split()
)
_POLITE = frozenset({"question", "later"})
_SETTLED = frozenset({"regret", "decide", "no"})
_SET_PHRASES = frozenset({"no", "stepped_back", "waitlist"})
_TOPICS = frozenset({"work", "elsewhere", "elsewhere_hint", "application_like"})
_BRIEF = (frozenset[str](), frozenset({"brief"}))
_SUBJECT_REACH = 4  # words; where the subject of a clause stands at the latest: "please note that only shortlisted ..."


@dataclass(frozen=True, slots=True)
class Said:
    """One clause and its meaning. `names` holds `x` for each concept named, `+x` where affirmed, `-x` where denied."""

    clause: Clause
    sentence: str
    place: int  # number of the sentence; -1 is the subject line
    names: frozenset[str]
    topics: tuple[tuple[str, str], ...] = ()  # what it is about: label and phrase
    open: bool = False  # under a condition, or hanging on one: not said to be so
    quoted: bool = False  # in quotation marks: what somebody else said
    general: bool = False  # about candidates in general, not about this one


def read_sentence(
    sentence: str, *, language: str, place: int, brief: bool = False, in_quotes: bool = False
) -> list[Said]:
    """The clauses of one sentence with what they say; each of a `brief` reply names that it is one.

    What stands `in_quotes` is told of somebody and not said here.
    """
    found = [(clause, concepts_in(clause.words, language)) for clause in clauses.split(sentence, language)]
    parts = [(clause, _names(clause, mentions) | _BRIEF[brief]) for clause, mentions in found]
    conditions = {
        clause.stretch: index
        for index, (clause, names) in enumerate(parts)
        if clause.mood is Mood.CONDITION and names & _OPEN and not names & _POLITE
    }
    said: list[Said] = []
    for index, (clause, names) in enumerate(parts):
        before = said[-1] if said and said[-1].clause.stretch == clause.stretch else None
        said.append(
            Said(
                clause=clause,
                sentence=sentence,
                place=place,
                names=names,
                topics=_topics(*found[index]),
                open=_is_open(clause, names, index=index, condition=conditions.get(clause.stretch)),
                quoted=in_quotes,
                general=_is_general(names) or (before is not None and before.general and not names & _SETTLED),
            )
        )
    return said


def _topics(clause: Clause, mentions: list[Mention]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (mention.label, " ".join(clause.words[mention.start : mention.end]))
        for mention in mentions
        if mention.label in _TOPICS
    )


def _names(clause: Clause, mentions: list[Mention]) -> frozenset[str]:
    names: set[str] = set()
    for mention in mentions:
        names.add(mention.label)
        names.add(("-" if _is_denied(mention, clause) else "+") + mention.label)
        if mention.label == "anyone" and mention.start < _SUBJECT_REACH:
            names.add("anyone_first")
    names.update(flag for flag, holds in _flags(clause) if holds)
    return frozenset(names)


def _flags(clause: Clause) -> tuple[tuple[str, bool], ...]:
    return (
        ("will", clause.future),
        ("may", clause.possible),
        ("unreal", clause.unreal),
        ("pending", clause.pending),
        ("turn", clause.turns),
        ("denial", bool(clause.denied)),
    )


def _is_denied(mention: Mention, clause: Clause) -> bool:
    """Under a `not`; a set phrase holds its own, so only a `not` right before it counts ("we have not said no")."""
    if mention.label not in _SET_PHRASES:
        return mention.start in clause.denied
    before = clause.words[max(0, mention.start - 2) : mention.start]
    return "," not in before and not clause.negations.isdisjoint(range(mention.start - 2, mention.start))


def _is_open(clause: Clause, names: frozenset[str], *, index: int, condition: int | None) -> bool:
    if clause.mood is not Mood.STATED:
        return True
    if condition is None:
        return False
    return condition < index or not names & _SETTLED


def _is_general(names: frozenset[str]) -> bool:
    return "only_some" in names or ("anyone_first" in names and "others" not in names and "you" not in names)
