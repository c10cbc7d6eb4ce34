"""Mail is split where a reader would pause, however it was wrapped."""

import random
import re
import time

import pytest

from highroad.words.sentences import LONGEST, STOP, split

PLAIN_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|\n")  # the same rule, which looks at a run of marks again and again


def test_a_wrapped_line_does_not_end_a_sentence():
    """Thank you for applying. After reading it twice we have come to the
    view that the role needs somebody else.
    Kind regards
    """
    text = str(test_a_wrapped_line_does_not_end_a_sentence.__doc__).replace("    ", "")

    assert split(text) == (
        "Thank you for applying.",
        "After reading it twice we have come to the\nview that the role needs somebody else.",
        "Kind regards",
    )


def test_a_short_line_ends_without_a_full_stop():
    assert split("Status: not selected\nPosition: Clerk") == ("Status: not selected", "Position: Clerk")


def test_bullets_stand_for_themselves():
    assert split("Please bring:\n- your papers\n- a pen") == ("Please bring:", "- your papers", "- a pen")


def test_abbreviations_and_dates_do_not_end_a_sentence():
    text = "Am 3. Mai sprachen Sie z. B. mit Dr. Klein. Danach war es still."

    assert split(text) == ("Am 3. Mai sprachen Sie z. B. mit Dr. Klein.", "Danach war es still.")


def test_every_sentence_is_an_unchanged_piece_of_the_text():
    text = "Dear Ana,\n\nwe met.  We talked!\nAnd now\nthis …"

    assert all(sentence in text for sentence in split(text))


def test_text_without_any_stop_is_cut():
    assert max(map(len, split("word " * 5000))) <= LONGEST


def test_where_a_sentence_may_end_is_what_the_plain_rule_says():
    dice = random.Random(7)
    texts = ["".join(dice.choices("ab .!?…\"')»]\n\t", k=dice.randrange(60))) for _ in range(5_000)]

    assert [[one.span() for one in STOP.finditer(text)] for text in texts] == [
        [one.span() for one in PLAIN_STOP.finditer(text)] for text in texts
    ]


@pytest.mark.parametrize("row", ["!?", "!)", "!", '."', "a\n", "a", " "])
def test_a_long_row_is_gone_through_once(row: str):
    began = time.process_time()

    split(row * (400_000 // len(row)) + "x")

    assert time.process_time() - began < 2.0  # the plain rule takes minutes
