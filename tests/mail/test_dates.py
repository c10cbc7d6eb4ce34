"""Every way of writing the same morning."""

import pytest

from highroad.mail.dates import read_date
from highroad.mail.problems import Problem

SAME = [
    "Tue, 3 Nov 2026 10:12:00 +0000",
    "3 Nov 2026 10:12 GMT",
    "2026-11-03T10:12:00Z",
    "2026-11-03 10:12:00 +00:00",
    "2026-11-03 11:12:00+01:00",
    "Tuesday, November 3, 2026 at 10:12 AM UTC",
    "3 November 2026 at 11:12:00 CET",
    "3. November 2026 um 11:12:00 MEZ",
    "mardi 3 novembre 2026 10:12 UTC",
    "martes, 3 de noviembre de 2026 10:12 UTC",
    "mar. 3 nov. 2026 à 10:12 UTC",
    "martedì 3 novembre 2026 10:12 UTC",
    "terça-feira, 3 de novembro de 2026 10:12 UTC",
    "dinsdag 3 november 2026 10:12 UTC",
    "03.11.2026 10:12 UTC",
    "03.11.26 10:12 UTC",
    "11/3/2026 10:12 AM UTC",
    "03/11/2026 10:12 UTC",
]


@pytest.mark.parametrize("written", SAME)
def test_one_morning_is_read_from_every_way_of_writing_it(written: str):
    when, _ = read_date(written)

    assert when and when.isoformat() == "2026-11-03T10:12:00+00:00"


@pytest.mark.parametrize("written", ["2026-11-03", "3 Nov 2026", "Tue, 3 Nov 2026 10:12:00", "03.11.2026 10:12"])
def test_a_date_without_a_zone_is_kept_and_said_to_be_vague(written: str):
    when, problem = read_date(written)

    assert when and when.date().isoformat() == "2026-11-03"
    assert problem is Problem.NO_ZONE


@pytest.mark.parametrize(
    "written",
    [
        "soon",
        "0001-01-01",
        "31 Dec 9999 23:59:59 -1200",
        "Mon, 1 Jan 0001 00:00:00 +0000",
        "99/99/9999",
        "1.1.1900",
        "(" * 99,
    ],
)
def test_what_is_no_date_of_a_mail_is_none(written: str):
    assert read_date(written) == (None, Problem.ODD_DATE)


def test_noon_and_midnight_are_told_apart():
    assert [str(read_date(f"Nov 3, 2026 12:00 {half}")[0])[11:16] for half in ("AM", "PM")] == ["00:00", "12:00"]
