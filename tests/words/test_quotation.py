"""What stands in quotation marks is told of somebody else, unless nearly all of a text stands in them."""

import pytest

from highroad.words.quotation import is_quoted, quotations

THEIRS = "We have decided to move forward with other candidates."
TOLD = "They wrote to everyone in the same words on a Friday, and that was the end of the whole long story."


@pytest.mark.parametrize("marks", ['""', "“”", "„“", "«»", "„”"])
def test_the_words_of_others_are_found_in_any_marks(marks: str):
    text = f"{TOLD} {marks[0]}{THEIRS}{marks[1]} {TOLD}"

    (found,) = quotations(text)

    assert text[slice(*found)] == f"{marks[0]}{THEIRS}{marks[1]}"
    assert is_quoted(text.index(THEIRS), text.index(THEIRS) + len(THEIRS), (found,))
    assert not is_quoted(0, len(TOLD), (found,))


@pytest.mark.parametrize(
    "text",
    [
        f'"{THEIRS}"',  # a mail that was copied with marks around it
        'Your application is now "Rejected" in our system.',
        f'The screen is 27" wide. {TOLD} The other is 24" wide.',
    ],
)
def test_what_is_no_quotation_is_left_alone(text: str):
    assert quotations(text) == ()
