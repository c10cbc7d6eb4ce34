"""What numbers in mail do to applications, from the mail itself on."""

from datetime import UTC, datetime, timedelta

from highroad.applications.group import group
from highroad.events.threads import recognise_all
from highroad.mail.message import Address, Message
from tests.cast import ANA

RECEIVED = "Thank you for applying for the Baker position at {firm}. We have received your application."
NO = "Unfortunately we will not be moving forward with your application for the Baker position at {firm}."


def mail(firm: str, days: int, text: str, *, subject: str = "Your application") -> Message:
    return Message(
        key=f"{firm}{days}",
        sender=Address(firm, f"post@{firm.lower()}.example"),
        to=(ANA,),
        subject=subject,
        sent_at=datetime(2026, 5, 5, 10, tzinfo=UTC) + timedelta(days=days),
        text=text.format(firm=firm),
    )


def employers(*mails: Message) -> list[str]:
    """The employer of each application, once for each of its mails."""
    applications = group(recognise_all(mails, mine=frozenset({ANA.email})), ())
    return sorted(" ".join([application.employer or ""] * len(application.events)) for application in applications)


def test_the_same_pay_does_not_make_one_application_of_two_employers():
    received = mail("Quillon", 0, f"{RECEIVED} The salary is 35000 euros.")
    no = mail("Vandervolt", 14, f"{NO} The post was paid at 35000 euros.")

    assert employers(received, no) == ["Quillon", "Vandervolt"]


def test_a_post_code_does_not_make_two_applications_of_one():
    received = mail("Quillon", 0, RECEIVED, subject="Your application (Ref 4711)")
    no = mail("Quillon", 14, f"{NO}\n\nQuillon, 5 Mill Lane, 10115 Berlin")

    assert employers(received, no) == ["Quillon Quillon"]


def test_counts_of_applications_do_not_make_two_of_one():
    received = mail("Quillon", 0, f"{RECEIVED} The salary is 35000 euros.")
    no = mail("Quillon", 14, f"{NO} We received 12345 applications.")

    assert employers(received, no) == ["Quillon Quillon"]


def test_two_references_are_two_applications():
    received = mail("Quillon", 0, f"{RECEIVED} Our reference: 4711-QB.")
    no = mail("Quillon", 14, f"{NO} Our reference: 4712-QB.")

    assert employers(received, no) == ["Quillon", "Quillon"]
