"""What a confirmation says of silence is found in their own words."""

import pytest

from highroad.applications.silence_said import silence_said
from highroad.mail.parse import parse

BY_THEN = "If you have not heard from us by 14 December, please assume that your application was unsuccessful."
GERMAN = (
    "Sollten Sie bis zum 14. Dezember nichts von uns hören, gehen Sie bitte davon aus, "
    "dass wir uns anders entschieden haben."
)


def confirming(text: str):
    """A mail of that text."""
    head = "From: careers@brightmoor.example\nTo: ana@duarte.example\nSubject: Your application\n"
    return parse(f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode())


@pytest.mark.parametrize("sentence", [BY_THEN, GERMAN], ids=["en", "de"])
def test_the_condition_is_quoted_as_it_stands(sentence: str):
    thanks = "Vielen Dank für Ihre Bewerbung." if sentence is GERMAN else "Thank you for your application."

    assert silence_said(confirming(f"{thanks}\n\n{sentence}\n\nBrightmoor")) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "If you have any questions, please contact us.",
        "If your profile fits, you will hear from us by 3 December.",
        "Unfortunately, we will not be moving forward with your application.",
    ],
)
def test_other_conditions_and_a_plain_no_are_none(sentence: str):
    assert silence_said(confirming(f"Thank you for your application.\n\n{sentence}\n\nBrightmoor")) is None
