"""What a mail that was written whole teaches more: without its point, and with that of another."""

import random

import pytest

from training.letters import Letter
from training.whole import Parted, parted, told_among, without_its_point

NO = "We have chosen someone else for the post."
YES = "Could you come to an interview on Tuesday at ten?"
THANKS = "Thank you for the time you took with us."
WISHES = "We wish you all the best and a pleasant week."


def mail(kind: str, *sentences: str, telling: str, subject: str = "Your application") -> Letter:
    return Letter(kind, "en", "whole", "office@larkfield.example", subject, "\n".join(sentences), telling)


@pytest.fixture
def refusal() -> Parted:
    """A no between thanks and wishes."""
    return parted(mail("rejection", THANKS, NO, WISHES, telling="chosen someone else"))


def test_a_mail_is_parted_into_its_point_and_the_rest(refusal):
    assert (refusal.point, refusal.rest) == ((NO,), (THANKS, WISHES))


def test_without_its_point_it_is_news_of_no_more(refusal):
    left = without_its_point(refusal)

    assert (left.kind, left.text, left.subject) == ("update", f"{THANKS}\n{WISHES}", "Your application")


def test_a_subject_that_tells_goes_with_the_point():
    half = parted(mail("rejection", THANKS, NO, WISHES, telling=NO, subject=NO))

    assert half.subject_tells and without_its_point(half).subject == ""


@pytest.mark.parametrize(
    "letter",
    [
        mail("rejection", NO, telling=NO),
        mail("rejection", THANKS, NO, WISHES, telling=""),
        mail("update", THANKS, NO, WISHES, telling=NO),
    ],
    ids=["nothing would be left", "no point is known", "a kind that is what it was without it"],
)
def test_what_cannot_be_parted(letter):
    assert parted(letter) is None


def test_the_point_of_each_is_told_among_the_rest_of_others(refusal):
    invitation = parted(mail("interview", "Good morning.", YES, "Our office is at the park.", telling=YES))

    told = [letter for _, letter in told_among([refusal, invitation], random.Random(2), times=4)]

    assert {letter.kind for letter in told if NO in letter.text} == {"rejection"}
    assert {letter.kind for letter in told if YES in letter.text} == {"interview"}
    assert any(NO in letter.text and "at the park" in letter.text for letter in told)
    assert len(told) == 8
