"""What a calendar part adds to the mail that brings it."""

from datetime import UTC, datetime

from highroad.events.event import Kind, Reading
from highroad.events.recognise import read
from highroad.mail.message import Address, Message
from tests.cast import ANA

NOOR = "ORGANIZER;CN=Noor Haddad:mailto:noor.haddad@haldenfrey.example"


def reading_of(text: str, *event: str, subject: str = "Haldenfrey", method: str = "REQUEST") -> Reading:
    lines = ("BEGIN:VCALENDAR", f"METHOD:{method}", "BEGIN:VEVENT", "DTSTART:20260519T130000Z", *event, "END:VEVENT")
    message = Message(
        key="mail",
        sender=Address("Noor Haddad", "noor.haddad@haldenfrey.example"),
        to=(ANA,),
        subject=subject,
        sent_at=datetime(2026, 5, 12, 10, tzinfo=UTC),
        text=text,
        calendars=("\n".join((*lines, "END:VCALENDAR")),),
    )
    return read(message, mine=frozenset({ANA.email}))


def test_the_title_tells_what_an_invitation_is_for() -> None:
    told = reading_of("Please find the invitation attached.", "SUMMARY:Job interview", NOOR)

    assert told.kind is Kind.INTERVIEW
    assert told.happens_at == datetime(2026, 5, 19, 13, tzinfo=UTC)
    assert [person.name for person in told.people] == ["Noor Haddad"]


def test_the_title_tells_for_whom_and_for_which_role() -> None:
    told = reading_of(
        "You have been invited to the following event.",
        "SUMMARY:Second interview for the Data Analyst role at Haldenfrey",
        subject="Invitation",
    )

    assert (told.kind, told.employer, told.role) == (Kind.INTERVIEW, "Haldenfrey", "Data Analyst")


def test_the_words_of_the_entry_tell_what_a_mail_without_words_is() -> None:
    told = reading_of(
        "", "SUMMARY:Talk", "DESCRIPTION:We would like to invite you to an interview for the Data Analyst position."
    )

    assert (told.kind, told.role) == (Kind.INTERVIEW, "Data Analyst")
    assert told.evidence == "We would like to invite you to an interview for the Data Analyst position."


def test_what_is_called_off_is_news_and_happens_at_no_time() -> None:
    told = reading_of("This event was cancelled.", "SUMMARY:Job interview Data Analyst", NOOR, method="CANCEL")

    assert (told.kind, told.happens_at) == (Kind.UPDATE, None)


def test_an_answer_to_an_entry_invites_nobody() -> None:
    told = reading_of("", "SUMMARY:Job interview Data Analyst", NOOR, subject="Accepted", method="REPLY")

    assert told.kind is not Kind.INTERVIEW


def test_the_words_of_an_entry_called_off_do_not_speak_against_a_no() -> None:
    told = reading_of(
        "Unfortunately we will not be moving forward with your application for the Data Analyst position.",
        "SUMMARY:Job interview",
        "DESCRIPTION:We would like to invite you to an interview.",
        method="CANCEL",
    )

    assert (told.kind, told.sure) == (Kind.REJECTION, True)


def test_a_webinar_is_still_no_interview() -> None:
    told = reading_of("Join us for our spring webinar on gardening.", "SUMMARY:Spring webinar", subject="Webinar")

    assert told.kind is Kind.OTHER
