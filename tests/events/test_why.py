"""Why a mail was read as it was, in its own clauses."""

from highroad.events.event import Kind
from highroad.events.recognise import read
from highroad.events.why import Sign, Why, why
from highroad.mail.parse import from_parts


def letter(body: str, subject: str = "Your application"):
    return from_parts("Sam Reyes <sam@haldenfrey.example>", "ana@duarte.example", subject, None, body)


def test_a_no_is_told_by_its_clauses():
    mail = letter("Dear Ana,\n\nthank you for your interest. We have given the role to another candidate.\n\nSam")

    found = why(mail, read(mail))

    assert found.signs[0] == Sign("We have given the role to another candidate", "a set way of saying no")
    assert found.only_if == ()


def test_a_no_under_an_if_is_told_to_be_none():
    condition = "If you do not hear from us by May, your application was unfortunately not successful."
    mail = letter(f"Thank you for applying for the Data Analyst role. We have received your application. {condition}")

    reading = read(mail)

    assert reading.kind is Kind.CONFIRMATION
    assert why(mail, reading).only_if == (condition,)


def test_a_subject_line_comes_after_the_text():
    mail = letter(
        "Dear Ana,\n\nwe would like to invite you to an interview on Monday.\n\nSam", "Invitation to interview"
    )

    assert why(mail, read(mail)).signs[0].quote.startswith("we would like to invite you")


def test_a_mail_about_nothing_has_no_signs():
    mail = letter("Shall we have lunch on Thursday?", "Lunch")

    assert why(mail, read(mail)).signs == ()


def test_what_the_user_wrote_is_told_by_no_clause_and_is_no_no():
    text = "Dear Sam,\n\nif the role is no longer open, I withdraw my application. I have taken another offer.\n\nAna"
    mail = from_parts("ana@duarte.example", "Sam Reyes <sam@haldenfrey.example>", "My application", None, text)
    reading = read(mail, mine=frozenset({"ana@duarte.example"}))

    assert reading.kind is Kind.WITHDRAWAL
    assert why(mail, reading, own=True) == Why((), ())
