"""The second opinion weighs a mail as a whole."""

import pytest

from highroad.events.event import Kind
from highroad.events.model import scores
from highroad.events.prepared import Prepared, prepare
from highroad.mail.message import Message


def prepared(text: str, *, subject: str = "") -> Prepared:
    return prepare(Message(key="1", subject=subject, text=text))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.REJECTION, "Hi Ana, thanks for your time. We went with someone else. All the best, Sam"),
        (Kind.REJECTION, "Liebe Ana, leider müssen wir dir absagen. Die Stelle wurde intern besetzt. Viele Grüße, Sam"),
        (Kind.CONFIRMATION, "We have received your application. If you do not hear from us, you were not selected."),
        (Kind.INTERVIEW, "Unfortunately Noor is ill and we need to reschedule your interview. Does Tuesday work?"),
        (Kind.OFFER, "Congratulations, we are pleased to offer you the position. Please sign the contract."),
        (Kind.ALERT, "We found 12 new jobs matching your search. See all jobs. Unsubscribe from job alerts."),
        (
            Kind.OTHER,
            "Your electricity bill for March is ready. The amount of 48 euros will be taken from your account.",
        ),
    ],
)
def test_plain_mail_is_told_apart(kind: Kind, text: str):
    chances = scores(prepared(text))

    assert max(chances, key=chances.__getitem__) == kind


def test_the_chances_add_up_to_one():
    chances = scores(prepared("Thank you for applying.", subject="Your application"))

    assert sum(chances.values()) == pytest.approx(1)
    assert len(chances) == 11


@pytest.mark.parametrize("text", ["", "\n\n", "♥ ♥ ♥", "x" * 5000, "申し込みありがとうございます"])
def test_mail_without_known_words_is_weighed_too(text: str):
    chances = scores(prepared(text))

    assert sum(chances.values()) == pytest.approx(1)
