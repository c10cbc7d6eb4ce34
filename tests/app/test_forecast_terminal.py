"""`highroad forecast`: what if, from the record as its page does, and a sentence for numbers that cannot be."""

import json
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from highroad.app.actions.fields import use_field
from highroad.app.models import ForecastRow
from highroad.app.queries.forecast_pages import logged, shown_now
from highroad.cli.forecast import app
from tests.app.rests import WHAT_RESTS, rest
from tests.app.terminal import answer, run
from tests.app.test_forecast import sixty
from tests.cast import NOW

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

    assert "  10 applications: 25 to 60 of 100 a first interview, fewer than 15 of 100 an offer" in said
    assert "30 of 100 parts are other people’s figures. The rest is your own record." in said
    assert "anchored on CareerPlug 2024" in said and "With care: no single study says it" in said


@pytest.mark.parametrize(
    ("words", "offer"),
    [
        ("--applications 0 --field product_design", "5 to 95 of 100 a first interview"),
        ("--applications 300", "fewer than 5 of 100 an offer"),
        ("--applications 2000", "fewer than 5 of 100 a first interview"),
        ("--applications 50 --interviews 45 --offers 40", "more than 95 of 100 an offer"),
    ],
)
def test_a_person_is_told_neither_none_nor_all(words: str, offer: str):
    told = said(*words.split())

    assert offer in told
    assert not re.search(r"\b(0|100) (of|to|in)\b|(to|than) (0|100)\b", told)


@pytest.mark.parametrize(
    ("many", "whose"), [(0, "All of it is other people’s"), (2000, "Nearly all of it is your own")]
)
def test_the_terminal_tells_whose_figures_it_rests_on(many: int, whose: str):
    assert f"What this rests on: {whose}" in said("--applications", str(many))


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


@pytest.mark.django_db
@pytest.mark.parametrize("what", WHAT_RESTS)
def test_the_record_rests_when_the_page_does_and_says_until_when(ana, what: str):
    later = NOW + timedelta(hours=72)
    until = rest(ana, what, later)

    told, shown = said(), horizons()

    assert "rest" in told and "Until " in told
    assert "of 100" not in told.lower()
    assert shown["horizons"] == []
    assert datetime.fromisoformat(shown["rests_until"]) == until
    assert not ForecastRow.objects.exists()


@pytest.mark.django_db
def test_what_if_stays_open_while_the_record_rests(ana):
    before = horizons("--applications", "60")
    rest(ana, "quiet", NOW + timedelta(hours=72))

    assert horizons("--applications", "60") == before
    assert len(before["horizons"]) == 4


@pytest.mark.django_db
def test_the_record_is_read_with_the_field_in_use(ana):
    sixty(ana)
    of_any_work = horizons("--field", "unknown")
    use_field(ana, "law")

    found = horizons()

    assert found["horizons"][0]["offer"] == shown_now(ana, now=NOW).horizons[0].offer
    assert found["horizons"][0]["offer"] != of_any_work["horizons"][0]["offer"]
    assert horizons("--field", "unknown") == of_any_work


@pytest.mark.django_db
def test_a_forecast_of_the_record_is_logged_once_a_day_as_the_page_s_is(client, ana):
    sixty(ana)

    found = horizons()
    horizons()
    client.post("/forecast")

    row = ForecastRow.objects.get()
    assert (row.owner, row.on) == (ana, NOW.date())
    assert [one.n for one in logged(ana, row.pk).horizons] == [one["n"] for one in found["horizons"]]
    assert logged(ana, row.pk).horizons[0].offer == found["horizons"][0]["offer"]


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["--applications 60", "--field tech", "--seniority senior"])
def test_what_if_is_not_held_against_what_comes(ana, words: str):
    horizons(*words.split())

    assert not ForecastRow.objects.exists()


def said(*words: str) -> str:
    """What the command prints, in this process."""
    return CliRunner().invoke(app, list(words), catch_exceptions=False).stdout


def horizons(*words: str) -> dict:
    return json.loads(said(*words, "--json"))
