"""What a page says a rejection says, and what it leaves unsaid."""

import pytest

from highroad.events.event import Kind, Reading
from highroad.mail.message import Message
from highroad.rejections.explain import explain
from highroad.rejections.reading import silence_words
from tests.cast import ANA, SAM

ALL = ("why", "mistake", "never_again", "feedback")


def left_unsaid(text: str) -> tuple[str, ...]:
    mail = Message(key="no", sender=SAM, to=(ANA,), subject="Your application", text=text)
    return explain(mail, Reading(kind=Kind.REJECTION, certainty=1.0, sure=True, does_not_say=ALL)).does_not_say


def test_a_bare_no_leaves_everything_unsaid() -> None:
    assert left_unsaid("We have decided not to move forward.") == tuple(map(silence_words, ALL))


@pytest.mark.parametrize(
    ("sentence", "spoken_of"),
    [
        ("Unfortunately we are not able to give individual feedback.", "feedback"),
        ("Aufgrund der vielen Bewerbungen können wir leider keine individuelle Rückmeldung geben.", "feedback"),
        ("We would be glad if you applied again.", "never_again"),
        ("Please apply again when another role opens.", "never_again"),
    ],
)
def test_what_a_mail_speaks_of_is_not_called_unsaid(sentence: str, spoken_of: str) -> None:
    unsaid = left_unsaid(f"We have decided not to move forward. {sentence}")

    assert unsaid == tuple(silence_words(key) for key in ALL if key != spoken_of)
