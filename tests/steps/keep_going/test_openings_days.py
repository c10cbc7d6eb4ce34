"""When a posting says that it was put up, in English and German."""

from datetime import date

import pytest

from highroad.steps.keep_going.openings.days import posted_day

TODAY = date(2026, 11, 23)
THIRD = date(2026, 3, 3)
TWELVE = date(2026, 11, 11)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Posted on 3 March 2026", THIRD),
        ("Date posted: March 3rd, 2026", THIRD),
        ("Published: 2026-03-03. Apply by 30 November.", THIRD),
        ("Veröffentlicht am 3. März 2026", THIRD),
        ("Veröffentlichungsdatum: 03.03.2026", THIRD),
        ("Online seit 3.3.2026", THIRD),
        ("Cork, full time. Posted 12 days ago.", TWELVE),
        ("Vor 12 Tagen veröffentlicht", TWELVE),
        ("Online gestellt vor 12 Tagen", TWELVE),
        ("Posted 30+ days ago", date(2026, 10, 24)),
        ("Posted over a month ago", date(2026, 10, 24)),
        ("Veröffentlicht vor einer Woche", date(2026, 11, 16)),
    ],
)
def test_the_day_it_was_put_up_is_read(text: str, day: date) -> None:
    assert posted_day(text, today=TODAY) == day


@pytest.mark.parametrize(("told", "day"), [("3 March", THIRD), ("24 November", date(2025, 11, 24))])
def test_a_day_without_its_year_is_the_last_such_day(told: str, day: date) -> None:
    assert posted_day(f"Posted on {told}", today=TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "Reposted 12 days ago",
        "Posted on 3 March 2027",
        "Posted on 31 February 2026",
        "Posted by Sam. The role starts on 3 March 2026.",
        "Deadline: 3 March 2026",
        "",
    ],
)
def test_another_day_is_not_taken_for_it(text: str) -> None:
    assert posted_day(text, today=TODAY) is None
