"""The fingerprints of all that the shipped weights are made from, to tell whether they are still those of the text."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
OPINION = (
    *(f"training/{name}.py" for name in ("clauses", "fit", "letters", "noise")),
    "src/highroad/events/features.py", "src/highroad/words/senses.py", "src/highroad/words/content/senses.toml",
)  # fmt: skip
NAMES = ("training/fit_names.py", *(f"src/highroad/events/details/{name}" for name in (
    "laid.py", "spans.py", "clues.py", "employer.py", "role.py", "posting.py", "ranker.py",
    "content/names.toml", "content/roles.toml", "content/words.toml",
)))  # fmt: skip
REASONS = ("training/fit_reasons.py", *(f"src/highroad/events/details/{name}" for name in (
    "reason.py", "content/reasons.toml",
)))  # fmt: skip
PEOPLE = ("training/fit_people.py", *(f"src/highroad/events/details/{name}" for name in (
    "laid.py", "clues.py", "closing.py", "faces.py", "persons.py", "content/people.toml", "content/first_names.toml",
)))  # fmt: skip
STAGES = ("training/fit_stages.py", *(f"src/highroad/events/details/{name}" for name in (
    "stage.py", "content/stages.toml",
)))  # fmt: skip
TRIALS = sorted((ROOT / "tests/events/details").glob("*.toml"))


def fingerprint() -> str:
    """Changes with any letter of what the second opinion is fitted on, and of the code that reads features."""
    letters = (ROOT / "training/letters_written").glob("*.jsonl")
    text = {*(ROOT / "training/text").rglob("*.toml")} - {*reasons()}
    return _digest([*letters, *text, *(ROOT / name for name in OPINION)])


def names_fingerprint() -> str:
    """Changes with any letter of the labelled mail that the choice of names is fitted on, and of its clues."""
    return _digest([*labelled_letters(), *TRIALS, *(ROOT / name for name in NAMES)])


def reasons_fingerprint() -> str:
    """Changes with any letter of the labelled mail and the lines that reasons are told by, and of their signs."""
    return _digest([*labelled_letters(), *reasons(), *TRIALS, *(ROOT / name for name in REASONS)])


def people_fingerprint() -> str:
    """Changes with any letter of the labelled mail that people are told by, and of the clues."""
    return _digest([*labelled_letters(), *TRIALS, *(ROOT / name for name in PEOPLE)])


def stages_fingerprint() -> str:
    """Changes with any letter of the labelled mail that stages are told by, and of their signs."""
    return _digest([*labelled_letters(), *TRIALS, *(ROOT / name for name in STAGES)])


def reasons() -> list[Path]:
    """The written sentences that state a reason, a file for each language."""
    return sorted((ROOT / "training/text").glob("*/reasons.toml"))


def labelled_letters() -> list[Path]:
    """The letters whose employer and role are told beside their kind: `en_a.jsonl`, `de_a.jsonl` and so on."""
    return sorted((ROOT / "training/letters_written").glob("*_*.jsonl"))


def _digest(sources: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for source in sorted(sources):
        digest.update(source.relative_to(ROOT).as_posix().encode() + b"\n" + source.read_bytes())
    return digest.hexdigest()
