"""A damaged or hostile mbox or ZIP: mail, or one sentence, in little time and space; its whole mails are not lost."""

import time
import tracemalloc

import pytest

from highroad.edges import trouble
from tests.edges.bombs import BOXES, MAILS, read

CPU_SECONDS = 2.0
PEAK_BYTES = 250_000_000
SENTENCES = {"", *(str(refusal()) for refusal in trouble.SourceTrouble.__subclasses__())}
# Of the twenty mails that were put in, how many come out at least; a ZIP that could do harm gives none.
WHOLE = {
    "cut_in_the_last_mail": 20,
    "cut_in_the_middle_and_glued": 14,
    "zeros_in_the_middle": 19,
    "zeros_at_the_end": 20,
    "noise_in_the_middle": 19,
    "the_same_box_twice_without_a_line_between": 40,
    "a_mark_at_its_head": 20,
    "from_lines_quoted_ten_times": 21,
    "from_lines_never_quoted": 21,
    "content_lengths_that_lie": 20,
    "content_lengths_below_nought": 20,
    "one_mail_of_60_MB": 1,
    "a_zip_with_words_behind": 20,
    "a_zip_with_20k_members": 20_000,
}


@pytest.mark.parametrize("name", BOXES)
def test_a_box_gives_its_mail_or_one_sentence(name: str):
    raw = BOXES[name]()

    begun = time.process_time()
    found, said = read(raw)
    seconds = time.process_time() - begun

    assert said in SENTENCES
    assert found >= WHOLE.get(name, 0)
    assert found or said
    assert seconds <= CPU_SECONDS


@pytest.mark.parametrize("name", ["one_mail_of_60_MB", "a_zip_of_110_MB_of_zeros", "a_zip_of_99_MB_of_one_mail"])
def test_a_large_box_takes_little_memory(name: str):
    raw = BOXES[name]()

    tracemalloc.start()
    read(raw)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak <= PEAK_BYTES


def test_a_box_has_twenty_mails():
    assert len(MAILS) == 20
    assert len(BOXES) >= 40
