"""`highroad forecast`: what if, from the record as its page does, and a sentence for numbers that cannot be."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from highroad.app.actions.fields import use_field
from highroad.app.models import EventRow, ForecastRow, OutgoingRow, OwnerRow, RecoveryRow
from highroad.app.queries.forecast_pages import logged, shown_now
from highroad.cli.forecast import app
from tests.app.noes import final_no
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


@pytest.mark.django_db
@pytest.mark.parametrize("what", ["no", "quiet", "steps", "text"])
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


def rest(owner: OwnerRow, what: str, later: datetime) -> datetime:
    """Something of hers rests until then; after a no, for a day from when it was written."""
    if what == "no":
        return EventRow.objects.get(event_id=final_no(owner)).at + timedelta(hours=24)
    if what == "quiet":
        OwnerRow.objects.filter(pk=owner.pk).update(quiet_until=later)
    elif what == "steps":
        RecoveryRow.objects.create(owner=owner, event_id="no", opened_at=NOW - timedelta(days=3), rests_until=later)
    else:
        OutgoingRow.objects.create(owner=owner, purpose="reply", state="resting", rests_until=later, saved_at=NOW)
    return later


def said(*words: str) -> str:
    """What the command prints, in this process."""
    return CliRunner().invoke(app, list(words), catch_exceptions=False).stdout


def horizons(*words: str) -> dict:
    return json.loads(said(*words, "--json"))
