"""Who is met, and who never is."""

from datetime import UTC, datetime

import pytest

from highroad.events.details import read_details
from highroad.events.event import Kind, Part, Person
from highroad.events.prepared import prepare
from highroad.mail.message import Address, Message
from tests.cast import ANA, SAM


def people_in(text: str, *, kind: Kind = Kind.INTERVIEW, sender: Address = SAM) -> dict[str, Part]:
    message = Message(key="mail", sender=sender, to=(ANA,), subject="Interview", text=text)
    return {
        person.name: person.part for person in read_details(prepare(message), kind, mine=frozenset({ANA.email})).people
    }


def test_the_user_is_never_met_however_they_are_named() -> None:
    met = people_in("Dear Ana,\n\nyou will meet Noor Haddad. Please bring your papers, Ana Duarte.\n\nBest,\nSam Reyes")

    assert set(met) == {"Noor Haddad", "Sam Reyes"}


def test_a_first_name_joins_its_full_name() -> None:
    met = people_in("Hi Ana,\n\nyou will meet Noor Haddad and Eli. Noor will call first.\n\nSam")

    assert set(met) == {"Noor Haddad", "Eli", "Sam Reyes"}


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("Senior Recruiter", Part.RECRUITER),
        ("Talent Acquisition Coordinator", Part.COORDINATOR),
        ("Head of Data", Part.HIRING_MANAGER),
        ("Personalreferentin", Part.RECRUITER),
        ("Teamleiter Entwicklung", Part.HIRING_MANAGER),
        ("Software Engineer", Part.OTHER),
    ],
)
def test_a_title_gives_the_part(title: str, part: Part) -> None:
    assert (
        people_in(f"Hello,\n\nsee you soon.\n\nKind regards,\nMira Solheim\n{title}\nHaldenfrey")["Mira Solheim"]
        == part
    )


@pytest.mark.parametrize(
    "sender",
    [Address("Haldenfrey Hiring Team", "no-reply@greenhouse.io"), Address("Careers", "jobs@haldenfrey.example")],
)
def test_a_team_is_no_person(sender: Address) -> None:
    assert people_in("Hello,\n\nwe will call you.\n\nThe Haldenfrey Team", sender=sender) == {}


def test_rooms_and_the_user_are_left_out_of_a_calendar_part() -> None:
    """An invitation whose calendar part is cut off in the middle of a line still tells who comes and when."""
    calendar = (
        "BEGIN:VEVENT\nDTSTART:20261202T140000Z\nORGANIZER;CN=Mira Solheim:mailto:mira@haldenfrey.example\n"
        "ATTENDEE;CN=Ana Duarte:mailto:ana@duarte.example\n"
        "ATTENDEE;CUTYPE=ROOM;CN=Attic:mailto:attic@haldenfrey.example\n"
        "ATTENDEE;CN=Noor Ha"
    )
    message = Message(key="mail", to=(ANA,), subject="Interview", text="See you.", calendars=(calendar,))

    told = read_details(prepare(message), Kind.INTERVIEW, mine=frozenset({ANA.email}))

    assert told.people == (Person("Mira Solheim", "mira@haldenfrey.example", Part.INTERVIEWER),)
    assert told.happens_at == datetime(2026, 12, 2, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Bonjour Ana,\n\nvous rencontrerez Élodie Marchand, responsable des données.\n\nCordialement",
            "Élodie Marchand",
        ),
        ("Hola Ana:\n\nla entrevista será con Marta Ibáñez el lunes.\n\nUn saludo", "Marta Ibáñez"),
        ("Gentile Ana,\n\nil colloquio sarà con Paolo Ferri.\n\nCordiali saluti", "Paolo Ferri"),
        ("Cara Ana,\n\na entrevista será com Joana Prates.\n\nCumprimentos", "Joana Prates"),
        ("Beste Ana,\n\nhet gesprek is met Anouk van Dam.\n\nMet vriendelijke groet", "Anouk van Dam"),
        ("Liebe Ana,\n\ndas Gespräch führt Frau Dr. Katrin Vollmer.\n\nViele Grüße", "Katrin Vollmer"),
    ],
)
def test_an_interviewer_is_met_in_every_language(text: str, name: str) -> None:
    team = Address("Haldenfrey", "jobs@haldenfrey.example")

    assert people_in(text, sender=team) == {name: Part.INTERVIEWER}


def test_who_signs_in_small_letters_is_met() -> None:
    assert set(
        people_in("hi ana!\n\nsee you on friday\n\nthanks,\nmarta", sender=Address("Studio", "hi@studio.example"))
    ) == {"Marta"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dear Ana,\n\nOna Whitlock and Idris Pell enjoyed their conversations with you.", "Ona Whitlock, Idris Pell"),
        ("Dear Ana,\n\nOna Whitlock and Idris Pell, who interviewed you, were glad.", "Ona Whitlock, Idris Pell"),
        ("Liebe Ana,\n\nMaren, Ilse und Tom haben sich gern mit dir unterhalten.", "Maren, Ilse, Tom"),
        ("Guten Tag,\n\nFrau Dr. Krüger und Herr Bielefeldt haben gern mit Ihnen gesprochen.", "Krüger, Bielefeldt"),
        ("Bonjour Ana,\n\nAgathe Roux et Hugo Lenoir ont apprécié leur échange avec vous.", "Agathe Roux, Hugo Lenoir"),
        ("Hola Ana:\n\nCarmen Vidal e Irene Sanz hablaron contigo con mucho gusto.", "Carmen Vidal, Irene Sanz"),
        ("Gentile Ana,\n\nLuca Ferri ed Elena Sarti hanno parlato volentieri con lei.", "Luca Ferri, Elena Sarti"),
        ("Cara Ana,\n\na Joana Prates e o Rui Tavares gostaram de falar consigo.", "Joana Prates, Rui Tavares"),
        ("Beste Ana,\n\nLotte Visser en Bram Kok hebben graag met je gesproken.", "Lotte Visser, Bram Kok"),
    ],
)
def test_all_who_talked_with_the_user_are_met_when_a_no_names_them_in_one_breath(text: str, names: str) -> None:
    team = Address("Haldenfrey", "jobs@haldenfrey.example")

    met = people_in(f"{text}\n\nHaldenfrey", kind=Kind.REJECTION, sender=team)

    assert met == dict.fromkeys(names.split(", "), Part.INTERVIEWER)


def test_a_talk_about_the_user_is_no_talk_with_them() -> None:
    met = people_in("Dear Ana,\n\nNoor Haddad asked about you and Eli Brandt knew.", kind=Kind.UPDATE)

    assert met["Noor Haddad"] == met["Eli Brandt"] == Part.OTHER


def test_a_firm_named_beside_a_person_is_no_person() -> None:
    text = "Dear Ana,\n\nNoor Haddad and Haldenfrey thank you for your time."

    assert "Haldenfrey" not in people_in(
        text, kind=Kind.REJECTION, sender=Address("Haldenfrey", "jobs@haldenfrey.example")
    )


def test_a_title_behind_a_comma_is_no_person() -> None:
    met = people_in("Dear Ana,\n\nyou will meet Noor Haddad, Managing Editor, and Eli Brandt.")

    assert set(met) == {"Noor Haddad", "Eli Brandt", "Sam Reyes"}
