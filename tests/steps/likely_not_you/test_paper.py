"""The résumé read for slips: those that are there are found, and lists of names and tools are left in peace."""

import tomllib
from pathlib import Path

import pytest

from highroad.edges.english import read_english
from highroad.steps.likely_not_you.paper import slips_on_paper
from highroad.words.slip import Known, Slip

RESUMES = tomllib.loads(Path(__file__).with_name("resumes.toml").read_text("utf-8"))
KNOWN = Known(own_name="Ana Duarte")


def read(text: str) -> tuple[Slip, ...]:
    return slips_on_paper(text, KNOWN, english=read_english)


def is_found(wrong: str, right: str, *, text: str) -> bool:
    assert right in text
    at = text.index(right)
    written = text.replace(right, wrong, 1)
    return any(slip.start < at + len(wrong) and at < slip.end for slip in read(written))


@pytest.mark.parametrize("name", RESUMES)
def test_a_resume_that_is_right_raises_one_alarm_at_most(name: str) -> None:
    assert len(read(RESUMES[name]["text"])) <= 1


def test_four_slips_in_five_are_found() -> None:
    found = [is_found(*slip, text=one["text"]) for one in RESUMES.values() for slip in one["slips"]]

    assert sum(found) >= 0.8 * len(found)


def test_a_long_list_of_tools_is_no_row_of_slips() -> None:
    assert (
        read("Tools: Kuberntes, Terrafrom, dbt, pytest, Dagster, Metabse, Grafana, scikit-learn, iManage, Relativty")
        == ()
    )


def test_a_word_that_stands_there_twice_is_meant() -> None:
    assert read("Wrote the runbok for the night shift.\nKept the runbok up to date for three years.") == ()


def test_a_name_of_the_record_is_spelled_as_it_is_there() -> None:
    text = "I worked with the people of Brightmor on their pages for three years."

    assert slips_on_paper(text, Known(words=frozenset({"brightmor"})), english=read_english) == ()


def test_a_gap_left_open_is_told_with_its_place() -> None:
    (slip,) = read("I would like to work at [Company] for years.")

    assert (slip.words, slip.start) == ("[Company]", 24)
