"""Why they say no, told from one sentence; and sentences that tell nothing of the kind."""

import tomllib
from pathlib import Path

import pytest

from highroad.events.details.reason import stated_reason
from highroad.events.details.tables import table
from highroad.events.event import Kind
from highroad.events.prepared import Prepared, prepare
from highroad.mail.message import Message
from highroad.words.clauses import LANGUAGES
from tests.cast import SAM

# A no in each language, around the sentence that may state why.
FRAMES = {
    "en": "Dear Ana,\n\nThank you for your application. Unfortunately we will not move ahead. {}\n\nBest regards,\nSam",
    "de": "Sehr geehrte Frau Duarte,\n\nvielen Dank für Ihre Bewerbung. Leider müssen wir Ihnen absagen. {}\n\n"
    "Mit freundlichen Grüßen\nSam",
    "fr": "Madame,\n\nNous vous remercions de votre candidature. Nous n'y donnons pas suite. {}\n\nCordialement,\nSam",
    "es": "Hola Ana:\n\nGracias por tu candidatura. Lamentamos no poder seguir adelante. {}\n\nUn saludo,\nSam",
    "it": "Gentile Ana,\n\ngrazie per la candidatura. Purtroppo non possiamo proseguire. {}\n\nSaluti,\nSam",
    "pt": "Cara Ana,\n\nobrigado pela sua candidatura. Infelizmente não vamos avançar. {}\n\nCumprimentos,\nSam",
    "nl": "Beste Ana,\n\nbedankt voor je sollicitatie. Helaas gaan we niet met je verder. {}\n\nGroeten,\nSam",
}
TABLE = tomllib.loads((Path(__file__).parent / "tables" / "reasons.toml").read_text(encoding="utf-8"))
SENTENCES = [
    pytest.param(language, reason, sentence, id=sentence)
    for language, reasons in TABLE.items()
    for reason, sentences in reasons.items()
    for sentence in sentences
]


def mail_that_says(sentence: str, language: str = "en") -> Prepared:
    return prepare(Message(key="no", sender=SAM, subject="Your application", text=FRAMES[language].format(sentence)))


@pytest.mark.parametrize(("language", "reason", "sentence"), SENTENCES)
def test_a_sentence_states_its_reason_or_none(language: str, reason: str, sentence: str) -> None:
    stated = stated_reason(mail_that_says(sentence, language), Kind.REJECTION)

    assert (stated.reason if stated else "none") == reason


def test_the_quote_is_the_sentence_unchanged() -> None:
    stated = stated_reason(mail_that_says("The role has been filled   by a colleague in Leeds."), Kind.REJECTION)

    assert stated is not None
    assert stated.quote == "The role has been filled   by a colleague in Leeds."


def test_what_is_named_most_exactly_wins() -> None:
    stated = stated_reason(mail_that_says("The position has been filled by an internal candidate."), Kind.REJECTION)

    assert stated is not None
    assert stated.reason == "internal"


@pytest.mark.parametrize(
    "sentence",
    [
        "If the position has already been filled, we will let you know.",
        "Should there be a hiring freeze, we will write again.",
        "Due to the high volume of applications we cannot give individual feedback.",
        "We will keep your details on file for future positions that match your experience.",
    ],
)
def test_a_condition_or_a_courtesy_is_no_reason(sentence: str) -> None:
    assert stated_reason(mail_that_says(sentence), Kind.REJECTION) is None


@pytest.mark.parametrize("kind", [Kind.CONFIRMATION, Kind.INTERVIEW, Kind.OFFER, Kind.WITHDRAWAL, Kind.UPDATE])
def test_only_a_no_or_a_waiting_list_has_a_reason(kind: Kind) -> None:
    assert stated_reason(mail_that_says("The position has been filled."), kind) is None


def test_every_field_of_meaning_is_written_in_every_language() -> None:
    fields = table("reasons")

    assert all(set(LANGUAGES) == set(phrases) for phrases in fields.values())
