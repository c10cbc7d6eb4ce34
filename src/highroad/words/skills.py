"""What a posting asks for beside what a résumé says: by skills of our own list, and never as a score."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from highroad.words.content import load_toml
from highroad.words.sentences import split

LONGEST = 200_000  # characters of either text that are looked at
MOST_WORDS = 6  # of one skill
LONGEST_HEADING = 60  # characters
_WORD = re.compile(r"\.?[^\W_][\w+#]*(?:&\w+)*")
_BULLET = re.compile(r"^[\s\-*•·▪‣–+>]+")
_MANY = ("s", "es", "n", "en")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One skill a posting names, and the sentence that names it first."""

    skill: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Covered:
    """Skills of a posting that a résumé names, those it does not, and requirements that name no skill we know."""

    covered: tuple[Wanted, ...] = ()
    not_found: tuple[Wanted, ...] = ()
    to_read: tuple[str, ...] = ()

    @property
    def says_anything(self) -> bool:
        """Whether the posting named a single skill we know."""
        return bool(self.covered or self.not_found)


def covered(posting: str, resume: str) -> Covered:
    """The posting's skills, in its order, parted by whether the résumé names them under any of their words."""
    has = set(skills(resume))
    asked = requirements(posting) or tuple(split(posting[:LONGEST]))
    wanted = tuple(_wanted(asked))
    return Covered(
        covered=tuple(one for one in wanted if one.skill in has),
        not_found=tuple(one for one in wanted if one.skill not in has),
        to_read=tuple(sentence for sentence in requirements(posting) if not skills(sentence)),
    )


def skills(text: str) -> tuple[str, ...]:
    """Every skill of our list that a text names, in its order and each once."""
    words = _WORD.findall(text[:LONGEST])
    return tuple(dict.fromkeys(_named(words)))


def requirements(posting: str) -> tuple[str, ...]:
    """The sentences in which a posting asks for something: under a heading that says so, or by their own words."""
    found: list[str] = []
    under = False
    for sentence in split(posting[:LONGEST]):
        bare = _BULLET.sub("", sentence).strip()
        heading = _is_heading(bare)
        under = under if heading is None else heading
        if bare and heading is None and (under or _asks(bare)):
            found.append(bare)
    return tuple(dict.fromkeys(found))


def _wanted(sentences: Iterable[str]) -> Iterator[Wanted]:
    seen: set[str] = set()
    for sentence in sentences:
        for skill in skills(sentence):
            if skill not in seen:
                seen.add(skill)
                yield Wanted(skill, sentence)


def _named(words: list[str]) -> Iterator[str]:
    """The longest skill at each place; its words are used up, so that "Führerschein C" is no language."""
    exact, loose = _skills()
    lower = [word.lower() for word in words]
    at = 0
    while at < len(words):
        for length in range(min(MOST_WORDS, len(words) - at), 0, -1):
            skill = exact.get(tuple(words[at : at + length])) or _loosely(loose, lower[at : at + length])
            if skill:
                yield skill
                break
        else:
            length = 1
        at += length


def _loosely(loose: Mapping[tuple[str, ...], str], words: list[str]) -> str | None:
    """A skill by its words, the last of them in the singular or the plural."""
    *before, last = words
    singulars = (last.removesuffix(many) for many in _MANY if last.endswith(many) and len(last) > len(many) + 3)
    return next((loose[key] for word in (last, *singulars) if (key := (*before, word)) in loose), None)


@cache
def _skills() -> tuple[dict[tuple[str, ...], str], dict[tuple[str, ...], str]]:
    """Each skill by its words: those that count only as written, and those in any case."""
    exact: dict[tuple[str, ...], str] = {}
    loose: dict[tuple[str, ...], str] = {}
    for group, named in load_toml("highroad.words", "content/skills.toml").items():
        for skill, others in named.items():
            for words in filter(None, (skill, *others.split(","))):
                if group == "as_written":
                    exact[tuple(_WORD.findall(words))] = skill
                else:
                    loose[tuple(_WORD.findall(words.lower()))] = skill
    return exact, loose


def _is_heading(line: str) -> bool | None:
    """Whether a line heads requirements (True) or something else (False); None for no heading of ours."""
    bare = line.strip(" :*#_?!").lower().replace("’", "'")
    if len(bare) > LONGEST_HEADING:
        return None
    words = _says()
    return True if bare in words["headings"] else False if bare in words["other_headings"] else None


def _asks(sentence: str) -> bool:
    lowered = sentence.lower()
    return any(words in lowered for words in _says()["asks"])


@cache
def _says() -> dict[str, frozenset[str]]:
    told: dict[str, str] = load_toml("highroad.words", "content/requirements.toml")
    return {name: frozenset(" ".join(one.split()) for one in words.split("|")) for name, words in told.items()}
