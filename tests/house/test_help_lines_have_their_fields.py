"""The check of the help lines finds what is missing."""

from datetime import date

import pytest

from tests.house.help_lines import FIELDS, amiss, main

TODAY = date(2026, 11, 23)
WHOLE = {
    "iso": "PT",
    "name": "Portugal",
    "lines": ["1411"],
    "emergency": "112",
    "operator": "SNS",
    "url": "https://sns24.example",
    "seen": "news",
}


def test_every_shipped_line_is_whole():
    assert main() == 0


def test_a_whole_line_passes_with_a_day_and_without():
    assert [*amiss([WHOLE, WHOLE | {"verified_on": TODAY}], today=TODAY)] == []


@pytest.mark.parametrize("field", FIELDS)
def test_a_line_without_a_field_fails(field: str):
    lacking = {name: value for name, value in WHOLE.items() if name != field}

    assert any(f"lacks {field}." in one for one in amiss([lacking], today=TODAY))


@pytest.mark.parametrize("day", ["2026-11-01", date(2027, 1, 1)])
def test_a_day_nobody_can_have_checked_on_fails(day: object):
    assert [*amiss([WHOLE | {"verified_on": day}], today=TODAY)]
