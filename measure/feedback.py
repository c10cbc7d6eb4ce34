"""`python -m measure.feedback`: how well answers are sorted, and how many words the drafts have."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from highroad.applications.application import Application
from highroad.applications.group import group
from highroad.events.event import Event, Kind, Part, Person, Reading, Stage
from highroad.mail.body import own_words
from highroad.recovery.letter import LANGUAGES, Tone
from highroad.recovery.slots import LONGEST_QUOTE
from highroad.steps.ask_for_feedback.answer import Sort, sentences
from highroad.steps.ask_for_feedback.draft import draft
from highroad.words.sentences import split
from measure.figures import Rate

SAM = Person("Sam Reyes", "sam.reyes@haldenfrey.example", Part.RECRUITER)
LONG_TO = Person("Maximiliana Josefa Von Und Zu Hohenstein-Fernandes", "m@haldenfrey.example", Part.RECRUITER)
LONG_SIGNED = "Ana Isabel Maria Do Carmo Duarte Da Silva E Sousa"
KEPT_ASIDE = Path(__file__).parent / "kept_aside" / "feedback.jsonl"


@dataclass(frozen=True, slots=True)
class Sorted:
    """One sentence kept aside: what it is, and what it was read as."""

    answer: str
    language: str
    text: str
    true: Sort
    read: Sort | None


def main() -> None:
    """Prints the share of sentences sorted right, by language and by sort, and each one that was not."""
    all_of_them = list(sorted_sentences())
    for language in ("en", "de"):
        ours = [one for one in all_of_them if one.language == language]
        print(f"{language}: {len({one.answer for one in ours})} answers, sorted right {right(ours)}")
        for sort in Sort:
            print(f"  {sort:<12}{right([one for one in ours if one.true is sort])}")
    print("words of a question: usual, and with the longest names")
    for language, tone, usual, longest in words_of_drafts():
        print(f"  {language} {tone:<8}{usual:>4}{longest:>4}")
    for one in all_of_them:
        if one.true is not one.read:
            print(f"  {one.answer} is {one.true}, read as {one.read}: {one.text}")


def sorted_sentences(path: Path = KEPT_ASIDE) -> Iterator[Sorted]:
    """Every sentence kept aside with what it is read as; None where it was cut elsewhere.

    What goes with the signature is courtesy: nobody is shown it.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        read = {one.text: one.sort for one in sentences(told["text"])}
        read |= dict.fromkeys(split(own_words(told["text"]).signature), Sort.COURTESY)
        for text, sort in told["sentences"]:
            yield Sorted(told["id"], told["language"], text, Sort(sort), read.get(text))


def words_of_drafts() -> list[tuple[str, Tone, int, int]]:
    """Language, tone, and the words of a question of ordinary names and of the longest."""
    usual, longest = ordinary_application(), long_application()
    return [
        (
            language,
            tone,
            len(draft(usual, SAM, tone=tone, language=language, signed="Ana Duarte").body.split()),
            len(draft(longest, LONG_TO, tone=tone, language=language, signed=LONG_SIGNED).body.split()),
        )
        for language in LANGUAGES
        for tone in Tone
    ]


def ordinary_application() -> Application:
    """A last round with two people on a known day, and a no that gives a reason."""
    return _application("Data Analyst", ("Noor Haddad", "Eli Brandt"), quote="others had more years with SQL")


def long_application() -> Application:
    """The same with everything as long as it comes: the role, three names, and the longest quote we take."""
    role = "Senior Principal Data and Insight Analyst for Retail Operations Europe and Middle East"
    names = tuple(f"Maria {name} Von Der Hohenstein Fernandes" for name in ("Alexandra", "Beatriz", "Carolina"))
    return _application(role, names, quote=" ".join(["experience"] * LONGEST_QUOTE))


def _application(role: str, names: tuple[str, ...], *, quote: str) -> Application:
    at = datetime(2026, 11, 3, 10, tzinfo=UTC)
    met = tuple(Person(name, f"{name.split()[1].lower()}@haldenfrey.example", Part.INTERVIEWER) for name in names)
    talk = _event("talk", Kind.INTERVIEW, at, role=role, stage=Stage.FINAL, people=met, happens_at=at)
    no = _event("no", Kind.REJECTION, at + timedelta(days=5), role=role, reason_quote=quote)
    (application,) = group([talk, no], ())
    return application


def _event(name: str, kind: Kind, at: datetime, **known: Any) -> Event:
    reading = Reading(kind=kind, certainty=0.99, sure=True, employer="Haldenfrey", **known)
    return Event(id=name, kind=kind, at=at, reading=reading)


def right(these: list[Sorted]) -> Rate:
    """How many were read as what they are."""
    return Rate(sum(one.true is one.read for one in these), len(these))


if __name__ == "__main__":
    main()
