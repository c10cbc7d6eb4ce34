"""The day applied is known from the user's own mail or entry; a confirmation says only by when."""

from datetime import date

import pytest

from highroad.applications.sent import only_confirmed
from highroad.events.event import Kind

SENT_FIRST = (Kind.APPLIED, date(2026, 11, 3))
CONFIRMED = (Kind.CONFIRMATION, date(2026, 11, 5))
WRITTEN_LATER = (Kind.APPLIED, date(2026, 11, 9))


@pytest.mark.parametrize("begun", [[CONFIRMED], [CONFIRMED, WRITTEN_LATER]])
def test_a_confirmation_alone_does_not_tell_the_day(begun):
    assert only_confirmed(begun)


@pytest.mark.parametrize(
    "begun", [[SENT_FIRST], [SENT_FIRST, CONFIRMED], [CONFIRMED, (Kind.APPLIED, date(2026, 11, 5))], []]
)
def test_what_the_user_sent_or_said_tells_it(begun):
    assert not only_confirmed(begun)
