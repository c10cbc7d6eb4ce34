"""A calmer version of a letter: what reads hot is taken out and named, and whether what stays is still a letter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from highroad.words import clauses, sentences
from highroad.words.content import load_toml
from highroad.words.language import detect
from highroad.words.tone import Heat, Mark, marks

LEAST = 4  # words a clause must have to stand alone
LONGEST_GREETING = 6  # words; a longer line says something
FEWEST_SENTENCES = 2  # whole ones, without which a letter reads as a torso
_QUOTED = re.compile(r"[ \t]*>")
_GAPS = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken out, as it stood, and the phrases in it that read hot."""

    text: str
    heats: tuple[Heat, ...]


@dataclass(frozen=True, slots=True)
class Calmer:
    """The letter without its heat, and what is missing from it; a letter that was cool is unchanged.

    `stands` is whether what stays is a letter still: greeted, of two whole sentences, none of them in the air.
    """

    text: str
    taken: tuple[Taken, ...]
    stands: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the letter that goes, from `start` up to `end`."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def calmer(text: str, *, language: str | None = None) -> Calmer:
    """The letter without the clauses that read hot; where no clause can stand without them, without the sentence."""
    language = language or detect(text) or "en"
    found = marks(text, language=language)
    if not found:
        return Calmer(text, ())
    pieces = list(_pieces(text, found, language))
    taken = tuple(
        Taken(_on_one_line(text[one.start : one.end]), tuple(mark.heat for mark in one.marks)) for one in pieces
    )
    left = _mended(text, pieces)
    return Calmer(_whole(left, language), taken, _is_letter(left, language) and not _hangs(text, pieces, language))


def _pieces(text: str, found: tuple[Mark, ...], language: str) -> Iterator[Piece]:
    for start, end in _sentences(text):
        inside = tuple(mark for mark in found if start <= mark.start < end or start < mark.end <= end)
        if inside:
            yield _clause(text, start, end, inside, language=language) or Piece(start, end, inside)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for sentence in sentences.split(text):
        start = text.index(sentence, at)
        at = start + len(sentence)
        if not _QUOTED.match(sentence):
            yield start, at


def _clause(text: str, start: int, end: int, inside: tuple[Mark, ...], *, language: str) -> Piece | None:
    """The end of the sentence that alone is hot, from a "but" on; None when what comes before cannot stand alone."""
    reached = start
    for clause in clauses.split(text[start:end], language):
        begins = text.index(clause.text, reached)
        reached = begins + len(clause.text)
        if clause.turns and begins > start and begins <= min(mark.start for mark in inside):
            kept = text[start:begins].split()
            return Piece(begins, end, inside) if len(kept) >= LEAST else None
    return None


def _mended(text: str, pieces: list[Piece]) -> str:
    """What is left; a sentence that lost its end gets a full stop, and no hole stays between paragraphs."""
    kept, at = "", 0
    for piece in pieces:
        before = text[at : piece.start]
        halved = (
            bool(before.strip()) and before.rstrip()[-1] not in ".!?:\n" and "\n" not in before[len(before.rstrip()) :]
        )
        kept += before.rstrip().rstrip(",;–—-").rstrip() + "." if halved else before
        at = piece.end
    return _tidied(kept + text[at:])


def _tidied(text: str) -> str:
    lines = [re.sub(r"(?<=\S) {2,}", " ", line).rstrip() for line in text.split("\n")]
    return _GAPS.sub("\n\n", "\n".join(lines)).strip("\n")


def _whole(text: str, language: str) -> str:
    """A letter of which only greeting and name are left says one plain thing between them."""
    own = [line for line in text.split("\n") if line.strip() and not _QUOTED.match(line)]
    if any(line.rstrip()[-1] in ".!?:" or len(line.split()) > LONGEST_GREETING for line in own):
        return text
    words = load_toml("highroad.words", "content/calmer.toml")
    plain: str = words.get(language, words["en"])["plain"]
    greeting, _, rest = text.partition("\n") if own and own[0].rstrip().endswith(",") else ("", "", text)
    return _tidied(f"{greeting}\n\n{plain}\n\n{rest.strip()}")


def _is_letter(text: str, language: str) -> bool:
    """Whether it greets, and says two things in whole sentences."""
    first, *rest = [line for line in text.split("\n") if line.strip() and not _QUOTED.match(line)] or [""]
    said = [one for one in sentences.split("\n".join(rest)) if one[-1] in ".!?" and len(one.split()) >= LEAST]
    return _greets(first, language) and len(said) >= FEWEST_SENTENCES


def _greets(line: str, language: str) -> bool:
    short = len(line.split()) <= LONGEST_GREETING
    return short and (line.rstrip()[-1:] in (",", ":") or _first_word(line) in _words("greets", language))


def _hangs(text: str, pieces: list[Piece], language: str) -> bool:
    """Whether what follows something taken out points back at it: "That is all.", "And so did Noor."."""
    gone = [one for one in pieces if not text[one.end :].lstrip().startswith(">")]
    return any(_first_word(text[one.end :]) in _words("points_back", language) for one in gone)


def _first_word(text: str) -> str:
    found = re.match(r"\W*(\w+)", text)
    return found[1].lower() if found else ""


def _words(group: str, language: str) -> frozenset[str]:
    words = load_toml("highroad.words", "content/calmer.toml")
    return frozenset(str(words.get(language, words["en"])[group]).split())


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
