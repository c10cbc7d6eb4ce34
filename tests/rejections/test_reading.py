"""What a rejection holds out beside the no, and the words for it."""

import pytest

from highroad.events.prepared import prepare
from highroad.mail.message import Message
from highroad.rejections.reading import Offers, offers, said_comments, silence_words
from tests.cast import ANA, SAM


def held_out(text: str) -> Offers:
    return offers(prepare(Message(key="no", sender=SAM, to=(ANA,), subject="Your application", text=text)))


@pytest.mark.parametrize(
    ("aspect", "sentence"),
    [
        ("open_door", "We would be glad to see you apply again when another role opens."),
        ("open_door", "Please stay in touch."),
        ("open_door", "We would be pleased to hear from you should another role open."),
        ("open_door", "Wir würden uns freuen, wenn Sie sich erneut bewerben."),
        ("feedback_welcome", "I am happy to give you feedback on your interview."),
        ("feedback_welcome", "Gerne geben wir Ihnen ein ausführliches Feedback."),
        ("keep_on_file", "We will keep your CV on file for six months."),
        ("keep_on_file", "Gerne nehmen wir Ihr Profil in unseren Talentpool auf."),
        ("other_role", "We think you might suit another role in our Leeds office."),
        ("other_role", "Eine andere Stelle in unserem Haus könnte besser passen."),
    ],
)
def test_a_no_may_hold_something_out(aspect: str, sentence: str) -> None:
    told = held_out(sentence)

    assert getattr(told, aspect) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Unfortunately we are unable to give individual feedback.",
        "Please understand that we cannot offer feedback.",
        "Leider ist es uns nicht möglich, ein individuelles Feedback zu geben.",
    ],
)
def test_feedback_that_is_refused_is_not_held_out(sentence: str) -> None:
    assert held_out(f"We chose someone else. {sentence}").feedback_welcome is None


def test_a_bare_no_holds_nothing_out() -> None:
    assert held_out("We have decided not to move forward.") == Offers()


def test_a_quote_that_many_mails_carry_says_so() -> None:
    comments = said_comments(["we chose someone else", "We will keep your CV on file."])

    assert [quote for quote, _ in comments] == ["we chose someone else", "We will keep your CV on file."]
    assert comments[0][1] == ""
    assert comments[1][1]


@pytest.mark.parametrize("key", ["why", "mistake", "never_again", "feedback", "when", "who"])
def test_every_silence_has_its_words(key: str) -> None:
    assert silence_words(key) != key or key in ("why",)
