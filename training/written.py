"""The fingerprints of all that the shipped weights are made from, to tell whether they are still those of the text."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
OPINION = (
    *(f"training/{name}.py" for name in ("clauses", "fit", "letters", "linear", "noise", "whole")),
    "src/highroad/events/features.py", "src/highroad/words/senses.py", "src/highroad/words/content/senses.toml",
)  # fmt: skip
NAMES = ("training/fit_names.py", *(f"src/highroad/events/details/{name}" for name in (
    "laid.py", "spans.py", "clues.py", "employer.py", "role.py", "posting.py", "ranker.py",
    "content/names.toml", "content/roles.toml", "content/words.toml",
)))  # fmt: skip
REASONS = ("training/fit_reasons.py", *(f"src/highroad/events/details/{name}" for name in (
    "reason.py", "weighing.py", "content/reasons.toml",
)))  # fmt: skip
PEOPLE = ("training/fit_people.py", *(f"src/highroad/events/details/{name}" for name in (
    "laid.py", "clues.py", "closing.py", "faces.py", "together.py", "persons.py",
    "content/people.toml", "content/first_names.toml",
)))  # fmt: skip
STAGES = ("training/fit_stages.py", *(f"src/highroad/events/details/{name}" for name in (
    "stage.py", "weighing.py", "content/stages.toml",
)))  # fmt: skip
SENT = (
    "training/fit_sent.py", "training/fit.py", "training/linear.py", "src/highroad/events/own_mail.py",
    "src/highroad/events/features.py", "src/highroad/words/senses.py", "src/highroad/words/content/senses.toml",
)  # fmt: skip
SENTENCES = (
    "training/sentences.py",
    "training/fit_sentences.py",
    "training/linear.py",
    "src/highroad/words/opinion.py",
)
TONE = (*SENTENCES, "training/fit_tone.py", *(f"src/highroad/words/{name}" for name in (
    "overtones.py", "hot_words.py", "shades.py", "content/shades.toml", "content/tone_en.toml", "content/tone_de.toml",
)))  # fmt: skip
DARK_TRIALS = "tests/words/crisis_sentences.toml"
DARK = (*SENTENCES, "training/fit_dark.py", DARK_TRIALS, *(f"src/highroad/words/{name}" for name in (
    "crisis.py", "dark_signs.py", "stretches.py", "spelling.py", "wordings.py", "sentences.py",
    "content/crisis_en.toml", "content/crisis_de.toml", "content/crisis_senses.toml",
)))  # fmt: skip
DISTORTIONS = (*SENTENCES, "training/fit_distortions.py", *(f"src/highroad/words/{name}" for name in (
    "distortions.py", "stretches.py", "content/distortions_en.toml", "content/distortions_de.toml",
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


def sent_fingerprint() -> str:
    """Changes with any letter of the user's own mail that we wrote, and of the code that reads its features."""
    return _digest([*sent_letters(), *(ROOT / name for name in SENT)])


def tone_fingerprint() -> str:
    """Changes with the sentences and letters whose tone is known, the lists and the shades."""
    return _digest([*sentence_files("tone"), *sentence_files("tone_letters"), *(ROOT / name for name in TONE)])


def dark_fingerprint() -> str:
    """Changes with any letter of the sentences that dark words are weighed on, and of the code that reads them."""
    written = [path for question in ("dark", "distortions", "tone") for path in sentence_files(question)]
    return _digest([*written, *(ROOT / name for name in DARK)])


def distortions_fingerprint() -> str:
    """Changes with any letter of the thoughts that hints are fitted on, and of the code that reads them."""
    return _digest([*sentence_files("distortions"), *(ROOT / name for name in DISTORTIONS)])


def sentence_files(question: str) -> list[Path]:
    """The files of one question, such as "tone"."""
    return sorted((ROOT / "training/sentences" / question).glob("*.jsonl"))


def sent_letters() -> list[Path]:
    """The mails as applicants send them: `en_a.jsonl`, `de_a.jsonl` and so on."""
    return sorted((ROOT / "training/sent_written").glob("*.jsonl"))


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
