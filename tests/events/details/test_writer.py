"""Who wrote a mail: a person with an address of their own, an office, or a machine."""

import pytest

from highroad.events.details import read_details
from highroad.events.details.writer import answers_at, is_unread, own_name, reached_at
from highroad.events.event import Kind
from highroad.events.prepared import prepare
from highroad.mail.message import Address, Message
from highroad.mail.parse import parse, parse_pasted
from tests.cast import ANA

NOES = {
    "en": "Hi Ana,\n\nwe went with someone else in the end. Sorry, and good luck.\n\n{signs}\n",
    "de": "Hallo Ana,\n\ndanke für das Gespräch. Leider haben wir jemand anderen eingestellt.\n\nGruß\n{signs}\n",
    "fr": "Bonjour Ana,\n\nNous avons finalement retenu un autre candidat.\n\nBien à vous,\n{signs}\n",
    "es": "Hola Ana:\n\nAl final hemos elegido a otra persona.\n\nUn saludo,\n{signs}\n",
    "it": "Ciao Ana,\n\nabbiamo scelto un altro candidato.\n\nA presto,\n{signs}\n",
    "pt": "Olá Ana,\n\nInfelizmente escolhemos outro candidato.\n\nAbraço,\n{signs}\n",
    "nl": "Hoi Ana,\n\nHelaas hebben we voor een andere kandidaat gekozen.\n\nGroet,\n{signs}\n",
}
FORM_LETTER = (
    "Sehr geehrte Frau Duarte,\n\nvielen Dank für Ihre Bewerbung. Leider müssen wir Ihnen mitteilen, dass wir uns "
    "für andere Bewerber entschieden haben.\n\nMit freundlichen Grüßen\n\ni. A. Katrin Vogel\n"
)


def people_in(mail: Message) -> dict[str, str]:
    told = read_details(prepare(mail), Kind.REJECTION, mine=frozenset({ANA.email}))
    return {person.name: person.email for person in told.people}


def met(body: str, sender: str, *, reply_to: str = "", head: str = "") -> dict[str, str]:
    """The address of everyone who is met in a mail, by name."""
    answers = f"Reply-To: {reply_to}\n" if reply_to else ""
    top = f"From: {sender}\nTo: Ana Duarte <{ANA.email}>\nSubject: Your application\n{answers}{head}"
    mail = parse(f"{top}Content-Type: text/plain; charset=utf-8\n\n{body}".encode())
    return people_in(mail)


@pytest.mark.parametrize("language", NOES)
@pytest.mark.parametrize(
    ("sender", "signs", "known"),
    [
        ("Jonna Brask <jonna@tandlow.example>", "Jonna", "Jonna Brask"),
        ("Rui Matos <rui.matos@tandlow.example>", "Rui", "Rui Matos"),
        ("Rui <rui@tandlow.example>", "Rui", "Rui"),
        ("dagny.holt@tandlow.example", "Dagny", "Dagny Holt"),
        ("Oluwaseun Adeyemi (Tandlow) <oluwaseun@tandlow.example>", "Oluwaseun", "Oluwaseun Adeyemi"),
        ("Dagny from Tandlow <dagny@tandlow.example>", "Dagny", "Dagny"),
        ('"Brask, Jonna" <jbrask@tandlow.example>', "Jonna", "Jonna Brask"),
        ("Wei Chen <weic@gmail.com>", "Wei", "Wei Chen"),
        ("T. Ashdown <ta@tandlow.example>", "", "T. Ashdown"),
    ],
)
def test_a_named_persons_own_address_is_a_person(language: str, sender: str, signs: str, known: str) -> None:
    people = met(NOES[language].format(signs=signs), sender)

    assert people == {known: parse(f"From: {sender}\n\n".encode()).sender.email}  # type: ignore[union-attr]


def test_a_german_letter_signed_by_a_person_is_from_that_person() -> None:
    assert met(FORM_LETTER, "Katrin Vogel <k.vogel@nordlicht.example>") == {"Katrin Vogel": "k.vogel@nordlicht.example"}


def test_who_signs_for_an_office_has_no_address_of_their_own() -> None:
    assert met(FORM_LETTER, "Bewerbung <bewerbung@nordlicht.example>") == {"Katrin Vogel": ""}


def test_a_pasted_mail_with_its_head_has_its_sender() -> None:
    head = "From: Mira Kessel <mira@tandlow.example>\nSubject: Product engineer\n\n"

    people = people_in(parse_pasted(head + NOES["en"].format(signs="Mira")))

    assert people == {"Mira Kessel": "mira@tandlow.example"}


def test_a_persons_reply_address_stands_for_the_one_of_a_hiring_system() -> None:
    body = NOES["en"].format(signs="Sam")

    people = met(body, "Sam Reyes <notifications@smartrecruiters.com>", reply_to="sam.reyes@haldenfrey.example")

    assert people == {"Sam Reyes": "sam.reyes@haldenfrey.example"}


def test_nobody_is_written_to_at_an_address_that_nobody_reads() -> None:
    assert met(NOES["en"].format(signs="Sam"), "Sam Reyes <no-reply@haldenfrey.example>") == {"Sam Reyes": ""}


@pytest.mark.parametrize(
    "sender",
    [
        "Larkfield Books <larkfield@gmail.com>",
        "Recrutement Valbois <recrutement@valbois.example>",
        "Blue Harbour <blueharbour@blueharbour.example>",
        "Haldenfrey Hiring Team <no-reply@us.greenhouse-mail.io>",
        "bewerbung@nordlicht.example",
    ],
)
def test_an_office_is_no_person(sender: str) -> None:
    assert met(NOES["en"].format(signs=""), sender) == {}


@pytest.mark.parametrize(
    "local",
    "no-reply noreply do_not_reply nepasrepondre ne-pas-repondre keine-antwort no-responder non.rispondere "
    "nao-responda niet-beantwoorden careers-noreply notifications no-reply+a81".split(),
)
def test_addresses_that_nobody_reads(local: str) -> None:
    assert is_unread(f"{local}@haldenfrey.example")


@pytest.mark.parametrize("local", "sam.reyes norea.replinger jobs bewerbung katrin".split())
def test_addresses_that_somebody_reads(local: str) -> None:
    assert not is_unread(f"{local}@haldenfrey.example")


@pytest.mark.parametrize(
    ("sender", "reply_to", "automatic", "email"),
    [
        ("Sam Reyes <sam@haldenfrey.example>", "", False, "sam@haldenfrey.example"),
        ("Sam Reyes <sam@haldenfrey.example>", "", True, "sam@haldenfrey.example"),
        ("Sam Reyes <sam.reyes.a1@candidates.workablemail.com>", "", False, "sam.reyes.a1@candidates.workablemail.com"),
        ("Bewerbung <bewerbung@nordlicht.example>", "", False, "bewerbung@nordlicht.example"),
        ("Bewerbung <bewerbung@nordlicht.example>", "", True, ""),
        ("Haldenfrey <no-reply@haldenfrey.example>", "", False, ""),
        ("Haldenfrey <no-reply@haldenfrey.example>", "sam@haldenfrey.example", False, "sam@haldenfrey.example"),
        ("Haldenfrey <notify@us.greenhouse-mail.io>", "", False, ""),
        ("Haldenfrey <haldenfrey@myworkday.com>", "", False, ""),
    ],
)
def test_an_answer_reaches_people_and_offices_and_no_machine(
    sender: str, reply_to: str, automatic: bool, email: str
) -> None:
    mail = parse(f"From: {sender}\nReply-To: {reply_to}\n\n".encode())

    assert answers_at(Message("key", sender=mail.sender, reply_to=mail.reply_to, automatic=automatic)) == email


def test_a_mail_without_its_head_tells_no_address() -> None:
    assert answers_at(parse_pasted(FORM_LETTER)) == ""


def test_who_gives_no_address_has_no_name_of_their_own() -> None:
    assert own_name(Address("Sam Reyes", "")) == ""
    assert reached_at(None, None) == ""
