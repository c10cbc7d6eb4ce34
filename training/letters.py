"""Made-up mail: clauses put together as people and systems do, with the flaws of real mail."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from highroad.events.prepared import Prepared, prepare
from highroad.mail.parse import from_parts
from training.clauses import KINDS, Side, Variant, offered, say, slots, variants
from training.noise import babble, flawed

# Most mail is not about a job, and few of the rest are rejections: the whole letters have enough of those.
SHARE = {"other": 9, "update": 5, "rejection": 3, "confirmation": 3, "interview": 3}


@dataclass(frozen=True, slots=True)
class Letter:
    """One made-up mail, and what it is."""

    kind: str
    language: str
    variant: str
    sender: str
    subject: str
    text: str
    telling: str = ""  # the words that decide the kind, where they are known

    @property
    def prepared(self) -> Prepared:
        """As the readers get it."""
        return prepare(from_parts(self.sender or None, None, self.subject, None, self.text))


def letters(count: int, *, language: str, sides: frozenset[Side]) -> Iterator[Letter]:
    """So many mails of one language from clauses of these sides; the same ones each time. Kinds come by their SHARE."""
    rng = random.Random(f"{language} {sorted(sides)}")
    weights = [SHARE.get(kind, 1.6) for kind in KINDS]
    for kind in rng.choices(KINDS, weights, k=count):
        yield letter(kind, language=language, sides=sides, rng=rng)


def letter(kind: str, *, language: str, sides: frozenset[Side], rng: random.Random) -> Letter:
    """One mail of this kind, from one of its variants."""
    ways = variants(language, kind)
    variant = rng.choices(ways, [way.weight for way in ways])[0]
    pen = Pen(language, variant, sides, rng, {})
    subject, text = pen.subject(), pen.body(rng.choice(variant.shapes))
    if "telling" in variant.clauses and rng.random() < 0.08:
        subject, text = pen.write("telling"), ""
    text = flawed(_with_babble(text, language, rng) if kind == "other" else text, rng)
    return Letter(kind, language, variant.name, pen.sender(), subject, text)


def _with_babble(text: str, language: str, rng: random.Random) -> str:
    if rng.random() < 0.5:
        return text
    lines = [*text.split("\n"), *(babble(language, rng) for _ in range(rng.randint(1, 12)))]
    return "\n".join(rng.sample(lines, len(lines)) if rng.random() < 0.6 else lines)


@dataclass(frozen=True, slots=True)
class Pen:
    """What stays the same while one mail is written: who writes, of what, and with which clauses."""

    language: str
    variant: Variant
    sides: frozenset[Side]
    rng: random.Random
    said: dict[str, str]

    def write(self, group: str) -> str:
        """One clause of the group."""
        return self._write_some(group, 1)[0]

    def subject(self) -> str:
        """A subject that tells the kind, one that does not, or none."""
        dice = self.rng.random()
        if dice < 0.1:
            return ""
        telling = "telling" in self.variant.clauses and dice < 0.4
        return self.write("telling" if telling else "subject")

    def sender(self) -> str:
        """The part before the @; half of the mails hide who sent them."""
        return self.write("sender").lower() if self.rng.random() < 0.5 else ""

    def body(self, shape: str) -> str:
        """The clauses of the shape in order: `a?` perhaps, `a*` one to three, `a|b` one of them."""
        parts = [part for token in shape.split() for part in self._part(token)]
        return _joined(parts, self.rng)

    def _part(self, token: str) -> list[str]:
        if token.endswith("?"):
            return self._part(token[:-1]) if self.rng.random() < 0.45 else []
        if token.endswith("*"):
            return self._write_some(token[:-1], self.rng.randint(1, 3))
        group = self.rng.choice(token.split("|"))
        written = self.write(group)
        if group == "closing":
            return ["\n\n", written]
        return [written, "\n\n"] if group in ("greeting", "headline") else [written]

    def _write_some(self, group: str, count: int) -> list[str]:
        choices = offered(self.language, self.variant.clauses[group], sides=self.sides)
        chosen = self.rng.sample(choices, min(count, len(choices)))
        return [say(clause, said=self.said, slots=slots(self.language), rng=self.rng) for clause in chosen]


def _joined(parts: list[str], rng: random.Random) -> str:
    gap = rng.choice((" ", " ", "\n", "\n\n"))
    text = ""
    for part in parts:
        text += part if not text or text.endswith("\n") or part == "\n\n" else gap + part
    return text.strip()
