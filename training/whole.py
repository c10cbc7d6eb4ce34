"""The mails that were written whole, and what more they teach: without their point, and with that of another."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from highroad.events.readers import findings
from training.clauses import whole
from training.letters import Letter

UNTOLD = frozenset({"other", "alert", "update", "confirmation"})  # what is left of these is still what it was
STRONG = 2.5  # the weight of a finding that tells the kind
FEWEST_LEFT = 2  # sentences
SHORT_SENTENCE = 15  # letters


@dataclass(frozen=True, slots=True)
class Parted:
    """A mail in two: the sentences that tell its kind, and the rest, which could stand in many."""

    letter: Letter
    point: tuple[str, ...]
    rest: tuple[str, ...]
    subject_tells: bool


def written_whole(language: str) -> list[Letter]:
    """The mails of this language, as they are."""
    return [
        Letter(
            kind=mail["kind"] or "",
            language=language,
            variant="whole",
            sender=mail.get("from") or "",
            subject=mail["subject"] or "",
            text=mail["body"] or "",
            telling=mail.get("telling") or "",
        )
        for mail in whole(language)
    ]


def parted(letter: Letter) -> Parted | None:
    """The mail in two; None where its point is not known or nothing would be left."""
    if not letter.telling or letter.kind in UNTOLD:
        return None
    mail = letter.prepared
    strong = {one.sentence for one in findings(mail) if one.kind == letter.kind and one.weight >= STRONG}
    point = tuple(one for one in mail.sentences if one in strong or _shares(one, letter.telling))
    rest = tuple(one for one in mail.sentences if one not in point)
    subject_tells = mail.subject in strong or _shares(mail.subject, letter.telling)
    return Parted(letter, point, rest, subject_tells) if point and len(rest) >= FEWEST_LEFT else None


def without_its_point(mail: Parted) -> Letter:
    """The rest, as news of no more than that.

    Thanks and good wishes stand beside a no as beside a yes. Seen by themselves they teach that they tell neither.
    """
    subject = "" if mail.subject_tells else mail.letter.subject
    return replace(mail.letter, kind="update", subject=subject, text="\n".join(mail.rest), telling="")


def told_among(mails: Sequence[Parted], rng: random.Random, *, times: int) -> Iterator[tuple[Parted, Letter]]:
    """Each mail's point, said among what others of them say beside their own: the point alone tells the kind."""
    for mail in (mail for mail in mails for _ in range(times)):
        other = rng.choice(mails)
        at = rng.randint(0, len(other.rest))
        said = [*other.rest[:at], *mail.point, *other.rest[at:]]
        subject = mail.letter.subject if mail.subject_tells else without_its_point(other).subject
        yield mail, replace(mail.letter, subject=subject, text="\n".join(said))


def _shares(sentence: str, telling: str) -> bool:
    """Whether one of the two is part of the other, but for white space and marks."""
    one, other = _bare(sentence), _bare(telling)
    return other in one or (len(one) > SHORT_SENTENCE and one in other)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
