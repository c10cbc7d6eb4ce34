"""What the user's own mail is, and to whom it went."""

import tomllib
from pathlib import Path

import pytest

from highroad.events.event import Kind, Part, Person
from highroad.events.prepared import prepare
from highroad.events.recognise import read
from highroad.events.sent import SentReading, read_sent
from highroad.mail.message import Address, Message
from highroad.mail.parse import from_parts
from tests.cast import ANA, ELI, NOOR, SAM


def sent(text: str, *, subject: str = "Data Analyst", to: tuple[Address, ...] = (SAM,)) -> SentReading | None:
    return read_sent(prepare(Message(key="own", sender=ANA, to=to, subject=subject, text=text)))


# How mail begins and ends around the sentence that does something.
FRAMES = {
    "en": "Dear Sam,\n\n{}\n\nBest regards,\nAna",
    "de": "Hallo Sam,\n\n{}\n\nViele Grüße,\nAna",
    "fr": "Bonjour Sam,\n\n{}\n\nCordialement,\nAna",
    "es": "Hola Sam:\n\n{}\n\nUn saludo,\nAna",
    "it": "Buongiorno Sam,\n\n{}\n\nCordiali saluti,\nAna",
    "pt": "Olá Sam,\n\n{}\n\nCumprimentos,\nAna",
    "nl": "Beste Sam,\n\n{}\n\nGroeten,\nAna",
}
TABLE = tomllib.loads((Path(__file__).parent / "sent.toml").read_text(encoding="utf-8"))
SENTENCES = [
    pytest.param(language, kind, sentence, id=sentence)
    for language, kinds in TABLE.items()
    for kind, sentences in kinds.items()
    for sentence in sentences
]


@pytest.mark.parametrize(("language", "kind", "sentence"), SENTENCES)
def test_a_sentence_of_own_mail_tells_what_the_mail_does(language: str, kind: str, sentence: str) -> None:
    told = sent(FRAMES[language].format(sentence))

    assert told is not None
    assert told.kind == kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.APPLIED, "Dear Sam,\n\nI am writing to apply for the Data Analyst role. My CV is attached.\n\nAna"),
        (
            Kind.APPLIED,
            "Sehr geehrter Herr Reyes,\n\nhiermit bewerbe ich mich um die Stelle als Datenanalystin.\n\nAna",
        ),
        (Kind.THANK_YOU, "Hi Noor,\n\nthank you for taking the time to talk with me yesterday.\n\nAna"),
        (Kind.THANK_YOU, "Liebe Frau Haddad,\n\nvielen Dank für das angenehme Gespräch am Montag.\n\nAna"),
        (Kind.FOLLOW_UP, "Hi Sam,\n\nI wanted to ask if there is any news on the role.\n\nAna"),
        (Kind.FOLLOW_UP, "Hallo,\n\nich wollte nach dem Stand meiner Bewerbung fragen.\n\nAna"),
        (Kind.WITHDRAWAL, "Dear Sam,\n\nI would like to withdraw my application, as I took another post.\n\nAna"),
        (Kind.WITHDRAWAL, "Hallo,\n\nleider muss ich meine Bewerbung zurückziehen.\n\nAna"),
        (Kind.ACCEPTED, "Dear Sam,\n\nI am delighted to accept your offer.\n\nAna"),
        (Kind.ACCEPTED, "Hallo Sam,\n\nsehr gerne nehme ich Ihr Angebot an.\n\nAna"),
    ],
)
def test_own_mail_is_told_by_what_it_does(kind: Kind, text: str) -> None:
    told = sent(text)

    assert told is not None
    assert told.kind == kind
    assert told.evidence in text


def test_a_closing_courtesy_does_not_make_an_application_a_thank_you() -> None:
    told = sent(
        "Dear Sam,\n\nI am applying for the role you advertised. My CV is attached. I know the field well.\n\n"
        "Thank you for your time. I look forward to speaking with you.\n\nAna"
    )

    assert told is not None
    assert told.kind == Kind.APPLIED


def test_a_thank_you_names_everyone_it_went_to() -> None:
    told = sent("Dear both,\n\nthank you for the conversation on Friday.\n\nAna", to=(NOOR, ELI))

    assert told is not None
    assert told.to == (Person(NOOR.name, NOOR.email, Part.OTHER), Person(ELI.name, ELI.email, Part.OTHER))


def test_a_bare_address_takes_the_greeted_name() -> None:
    told = sent("Dear Noor,\n\nthank you for the interview.\n\nAna", to=(Address("", NOOR.email),))

    assert told is not None
    assert told.to == (Person("Noor", NOOR.email, Part.OTHER),)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Sam,\n\nTuesday at ten works for me.\n\nAna",
        "Hallo Sam,\n\nDienstag um zehn passt mir gut.\n\nAna",
        "Shall we have lunch on Thursday?",
        "",
    ],
)
def test_an_answer_about_a_date_is_none_of_these(text: str) -> None:
    assert sent(text, subject="Re: Interview") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Beste mevrouw Reyes,\n\nHierbij stuur ik u mijn sollicitatie voor de functie van analist.", Kind.APPLIED),
        ("Beste Sam,\n\nBedankt voor het fijne gesprek van gisteren.", Kind.THANK_YOU),
        ("Bonjour Madame,\n\nVous trouverez ci-joint mon CV et ma lettre de motivation.", Kind.APPLIED),
        ("Bonjour,\n\nJe souhaite retirer ma candidature au poste d'analyste.", Kind.WITHDRAWAL),
        ("Hola Sam,\n\nMuchas gracias por la entrevista de ayer.", Kind.THANK_YOU),
        ("Gentile Sam,\n\nla ringrazio per il colloquio di ieri.", Kind.THANK_YOU),
        (
            "Olá Sam,\n\nhá alguma notícia sobre o processo? Gostaria de saber o estado da minha candidatura.",
            Kind.FOLLOW_UP,
        ),
    ],
)
def test_the_users_own_mail_is_read_in_seven_languages(text: str, kind: Kind):
    letter = from_parts("Ana Duarte <ana@duarte.example>", "Sam Reyes <sam@haldenfrey.example>", "Hello", None, text)

    assert read(letter, mine=frozenset({"ana@duarte.example"})).kind is kind


def test_an_office_is_nobody_the_user_wrote_to():
    letter = from_parts(
        "ana@duarte.example", "jobs@haldenfrey.example", "Application as Data Analyst", None, "My CV is attached."
    )

    assert read(letter, mine=frozenset({"ana@duarte.example"})).people == ()


def test_the_user_is_never_their_own_employer():
    letter = from_parts(
        "Ana Duarte <ana@duarte.example>",
        "jobs@haldenfrey.example",
        "CV Ana Duarte",
        None,
        "My CV is attached.\n\nAna Duarte",
    )

    assert read(letter, mine=frozenset({"ana@duarte.example"})).employer != "Ana Duarte"
