"""How far an application had come, by what a no or an invitation says."""

import pytest

from highroad.events.details.stage import stage_reached
from highroad.events.details.tables import table
from highroad.events.event import Kind, Stage
from highroad.events.prepared import prepare
from highroad.mail.message import Message
from highroad.words.clauses import LANGUAGES
from tests.cast import SAM


def reached(text: str, kind: Kind) -> Stage | None:
    return stage_reached(prepare(Message(key="mail", sender=SAM, subject="Your application", text=text)), kind)


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ana,\n\nThank you for coming to the interview last week. We have chosen another candidate.",
        "Liebe Ana,\n\nvielen Dank für das Gespräch am Montag. Leider müssen wir dir absagen.",
        "Bonjour Ana,\n\nMerci pour notre entretien de mardi. Nous ne donnerons pas suite à votre candidature.",
        "Hola Ana:\n\nGracias por venir a la entrevista el lunes. Hemos elegido a otra persona.",
        "Gentile Ana,\n\ngrazie per il colloquio di lunedì. Abbiamo scelto un'altra persona.",
        "Cara Ana,\n\nobrigado pela entrevista de segunda-feira. Escolhemos outra pessoa.",
        "Beste Ana,\n\nbedankt voor het gesprek van maandag. We hebben voor iemand anders gekozen.",
    ],
)
def test_a_no_after_a_talk_tells_of_the_talk(text: str) -> None:
    assert reached(text, Kind.REJECTION) == Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ana,\n\nThank you for your application. We will not be inviting you to an interview.",
        "Sehr geehrte Frau Duarte,\n\nvielen Dank für Ihre Bewerbung. Leider können wir Sie nicht berücksichtigen.",
        "Madame,\n\nNous vous remercions de votre candidature. Elle n'a pas été retenue.",
    ],
)
def test_a_no_that_tells_of_nothing_else_came_after_applying(text: str) -> None:
    assert reached(text, Kind.REJECTION) == Stage.APPLIED


def test_an_invitation_counts_as_the_step_it_invites_to() -> None:
    assert (
        reached("Hi Ana,\n\nI would like to set up a short phone call to get to know you.", Kind.INTERVIEW) == "screen"
    )
    assert reached("Hi Ana,\n\nwe would like to invite you to the final round.", Kind.INTERVIEW) == "final"
    assert reached("Hi Ana,\n\ncan you come to our office for an interview on Friday?", Kind.INTERVIEW) == "interview"


@pytest.mark.parametrize("kind", [Kind.OTHER, Kind.ALERT, Kind.OUTREACH])
def test_mail_about_no_application_has_no_stage(kind: Kind) -> None:
    assert reached("You made it to the final round.", kind) is None


def test_every_field_is_written_in_every_language() -> None:
    fields = {name: phrases for name, phrases in table("stages").items() if name != "past"}

    assert all(set(LANGUAGES) == set(phrases) for phrases in fields.values())
