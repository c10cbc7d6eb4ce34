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


def sent(text: str, *, subject: str = "Data Analyst", to: tuple[Address, ...] = (SAM,)) -> SentReading:
    return read_sent(prepare(Message(key="own", sender=ANA, to=to, subject=subject, text=text)), at_work=True)


NOTHING = frozenset({Kind.UPDATE, Kind.OTHER})  # of what own mail can do
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
# The same, where a word turns what is done into a no, or into nothing.
TURNED = tomllib.loads((Path(__file__).parent / "sent_turned.toml").read_text(encoding="utf-8"))
IN_TURN = [
    pytest.param(language, kind, sentence, id=sentence)
    for language, kinds in TURNED.items()
    for kind, sentences in kinds.items()
    for sentence in sentences
]


@pytest.mark.parametrize(("language", "kind", "sentence"), SENTENCES)
def test_a_sentence_of_own_mail_tells_what_the_mail_does(language: str, kind: str, sentence: str) -> None:
    told = sent(FRAMES[language].format(sentence))

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

    assert told.kind == kind
    assert told.evidence in text


def test_a_closing_courtesy_does_not_make_an_application_a_thank_you() -> None:
    told = sent(
        "Dear Sam,\n\nI am applying for the role you advertised. My CV is attached. I know the field well.\n\n"
        "Thank you for your time. I look forward to speaking with you.\n\nAna"
    )

    assert told.kind == Kind.APPLIED


def test_a_thank_you_names_everyone_it_went_to() -> None:
    told = sent("Dear both,\n\nthank you for the conversation on Friday.\n\nAna", to=(NOOR, ELI))

    assert told.to == (Person(NOOR.name, NOOR.email, Part.OTHER), Person(ELI.name, ELI.email, Part.OTHER))


def test_a_bare_address_takes_the_greeted_name() -> None:
    told = sent("Dear Noor,\n\nthank you for the interview.\n\nAna", to=(Address("", NOOR.email),))

    assert told.to == (Person("Noor", NOOR.email, Part.OTHER),)


@pytest.mark.parametrize("greeting", ["Hi 🙂,", "Hi ...,", "Hallo !!,"])
def test_a_greeting_without_a_word_names_nobody(greeting: str) -> None:
    told = sent(f"{greeting}\n\nthank you for the interview.\n\nAna", to=(Address("", NOOR.email),))

    assert told.to == (Person("", NOOR.email, Part.OTHER),)


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
    assert sent(text, subject="Re: Interview").kind in NOTHING


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


@pytest.mark.parametrize(("language", "kind", "sentence"), IN_TURN)
def test_what_is_denied_asked_or_only_thought_of_is_not_done(language: str, kind: str, sentence: str):
    told = sent(FRAMES[language].format(sentence), subject="Re: Hello")

    assert ("nothing" if told.kind in NOTHING else told.kind.value) == kind


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Dinner",
            "Hi Bo,\n\nit was lovely to talk to you last night, thanks for the conversation and the pasta.\n\nAna",
        ),
        ("Sofa", "Hi,\n\nis the sofa still available? I am still interested, any update?\n\nAna"),
        ("Loan", "Dear Sir,\n\nI am writing to apply for a loan of 5000 euros. My application is attached.\n\nAna"),
        ("Wohnung", "Guten Tag,\n\nich wollte nachfragen, ob meine Bewerbung um die Wohnung angekommen ist.\n\nAna"),
    ],
)
def test_own_mail_about_something_else_is_no_application(subject: str, text: str):
    letter = from_parts("ana@duarte.example", "bo@lindqvist.example", subject, None, text)

    assert read(letter, mine=frozenset({"ana@duarte.example"})).kind is Kind.OTHER


def test_in_a_thread_about_an_application_own_mail_needs_no_word_about_work():
    text = "Hi Noor,\n\nit was lovely to talk to you, thanks for the conversation.\n\nAna"
    letter = from_parts("ana@duarte.example", "noor@haldenfrey.example", "Re: Thursday", None, text)

    assert read(letter, mine=frozenset({"ana@duarte.example"})).kind is Kind.OTHER
    assert read(letter, mine=frozenset({"ana@duarte.example"}), in_thread=True).kind is Kind.THANK_YOU


def test_a_follow_up_that_names_only_an_application_is_one():
    text = "Dear Ms Reyes,\n\nI wanted to follow up on my application, sent on 3 May. Has a decision been made?\n\nAna"
    letter = from_parts("ana@duarte.example", "sam@haldenfrey.example", "Following up", None, text)

    assert read(letter, mine=frozenset({"ana@duarte.example"})).kind is Kind.FOLLOW_UP


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
