"""`highroad forecast`: what if, from the record, and a sentence for numbers that cannot be."""

from pathlib import Path

import pytest

from tests.app.terminal import answer, run

NAMES = ["n", "interview", "interview_low", "interview_high", "offer", "offer_low", "offer_high", "others_share"]


def test_what_if_tells_of_a_hundred_people_with_such_numbers():
    found = answer(None, "forecast", *"--applications 60 --interviews 4 --closed 3 --offers 0".split(),
                   "--channel", "job_board", "--json")["horizons"]  # fmt: skip

    assert [list(one) for one in found] == [NAMES] * 4
    assert [one["n"] for one in found] == [10, 25, 50, 100]
    assert [(round(one["offer"]), round(one["interview"])) for one in found] == [(8, 43), (19, 72), (32, 90), (50, 98)]
    assert found[0]["interview"] != round(found[0]["interview"])


def test_the_record_is_asked_when_no_number_is_given(tmp_path: Path):
    empty = answer(tmp_path, "forecast", "--json")
    answer(tmp_path, "apps", "add", "Haldenfrey", "--on", "2025-01-07", "--json")

    assert empty == answer(None, "forecast", "--channel", "job_board", "--json")
    assert answer(tmp_path, "forecast", "--json") != empty


def test_a_person_reads_it_rounded_and_nearest_first():
    said = run(None, "forecast", "--applications", "60", "--interviews", "4", "--closed", "3").stdout

    assert "  10 applications: 45 (25 to 60) a first interview, 10 (0 to 15) an offer" in said
    assert "30 in 100 comes from other people" in said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("--applications -1", "--applications cannot be below 0; it is -1."),
        ("--applications 9999999", "--applications cannot be above 1000000; it is 9999999."),
        ("--applications 3 --interviews 4", "4 interviews cannot come of 3 applications."),
        ("--interviews 1", "1 interviews cannot come of 0 applications."),
        ("--applications 9 --interviews 4 --closed 3 --offers 2", "are more than the 4 interviews."),
        ("--channel pigeon", "--channel pigeon is not known. It is one of: job_board, career_site"),
        ("--field magic", "--field magic is not known."),
        ("--seniority king", "--seniority king is not known."),
        ("--applications many", "Invalid value"),
    ],
)
def test_numbers_that_cannot_be_get_a_sentence(words: str, sentence: str):
    done = run(None, "forecast", *words.split(), "--json")

    assert done.returncode != 0
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
