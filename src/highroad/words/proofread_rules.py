"""Slips that any letter about work can have: what was left to fill in, what was not attached, a word twice."""

import re
from collections.abc import Iterator
from functools import cache

from highroad.words.content import load_toml
from highroad.words.slip import Known, Letter, Slip, SlipKind

_LEFT_TO_FILL = re.compile(
    r"\[(?!\d)[^\W\d_][^\]\n@/]{1,40}\](?!\()"  # [Company]
    r"|<(?!https?|mailto)[^\W\d_][^<>\n@/.]{1,40}>"  # <firm name>
    r"|\{\{?[^\W\d_][^{}\n]{0,40}\}\}?"  # {name}
    r"|(?<!\w)[xX]{3,}(?!\w)|_{3,}|\bT(?:ODO|BD)\b|\blorem ipsum\b"
    r"|\b(?:COMPANY|EMPLOYER|FIRM|MANAGER|RECRUITER|POSITION|JOB) (?:NAME|TITLE)\b|\bINSERT [A-Z]{2,}"
    r"|\b(?:FIRMENNAME|ANSPRECHPARTNER|STELLENTITEL)\b"
)
_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]+)[ \t]*(?:\n(?!\n))?[ \t]*(?<=\s)\1(?![\w'’-])")
_FILE_WORD = re.compile(r"[^\W\d_]+")
SHORTEST_NAME = 4  # letters of a firm's name that are looked for in a file's


def placeholders(letter: Letter, _known: Known) -> Iterator[Slip]:
    """What a pattern left to be filled in."""
    yield from (Slip(SlipKind.PLACEHOLDER, at.start(), at.group()) for at in _LEFT_TO_FILL.finditer(letter.body))


def doubled(letter: Letter, _known: Known) -> Iterator[Slip]:
    """A word that stands twice running, unless it may."""
    for at in _TWICE.finditer(letter.body):
        if not may_stand_twice(at[1]):
            yield Slip(SlipKind.DOUBLED, at.start(), at.group(), at[1])


def may_stand_twice(words: str) -> bool:
    """Whether a word is one that may rightly follow itself: I had had it."""
    return words.split()[0].lower() in _content()["twice"].split()


def attachments(letter: Letter, known: Known) -> Iterator[Slip]:
    """Something said to come with the mail that does not, or that bears the name of another firm."""
    said = _said_attached(letter.body)
    if said and not letter.attachments:
        yield Slip(SlipKind.ATTACHMENT, said.start(), said.group())
    for name in letter.attachments:
        other = _other_firm(name, known)
        if other and letter.body:
            at = said or re.match(r"[^\n]*", letter.body)
            assert at, "the first line of a text always matches"
            yield Slip(SlipKind.ATTACHMENT, at.start(), at.group(), name)
            return


def usual_in_english(body: str) -> Iterator[Slip]:
    """Slips that are usual in English mail about work."""
    yield from found_by("content/proofread_en.toml", body)


def found_by(content: str, body: str) -> Iterator[Slip]:
    """What the patterns of a content file find."""
    for pattern, instead in _patterns(content):
        for at in pattern.finditer(body):
            yield Slip(SlipKind.GRAMMAR, at.start(), at.group(), at.expand(instead).strip())


def _said_attached(body: str) -> re.Match[str] | None:
    """The first words that promise an attachment; none where the same words mean something else."""
    taken = [at.span() for at in _any_of("not_attached").finditer(body)]
    free = (
        at for at in _any_of("attached").finditer(body) if not any(a < at.end() and at.start() < b for a, b in taken)
    )
    return next(free, None)


def _other_firm(name: str, known: Known) -> str | None:
    words = {word.casefold() for word in _FILE_WORD.findall(name)}
    own = {word.casefold() for word in _FILE_WORD.findall(known.firm + " " + known.own_name)}
    return next((firm for firm in known.other_firms if _telling(firm, without=own) & words), None)


def _telling(firm: str, *, without: set[str]) -> set[str]:
    """The first word of a firm's name, where it can tell that firm from this one."""
    first = next(iter(_FILE_WORD.findall(firm)), "").casefold()
    return {first} - without if len(first) >= SHORTEST_NAME else set()


@cache
def _patterns(content: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    told = load_toml("highroad.words", content)["pattern"]
    return tuple((re.compile(one["find"], re.IGNORECASE), one["instead"]) for one in told)


@cache
def _any_of(name: str) -> re.Pattern[str]:
    phrases = (" ".join(phrase.split()) for phrase in _content()[name].split("|"))
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")\b", re.IGNORECASE)


def _content() -> dict[str, str]:
    return load_toml("highroad.words", "content/proofread.toml")
