"""Mail is split where a reader would pause, however it was wrapped."""

from highroad.words.sentences import LONGEST, split


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
