"""`highroad send` lets leave what it printed and nothing else, and says why it does not ask."""

from datetime import timedelta

import pytest
import typer
from typer.testing import CliRunner, Result

from highroad.app import clock
from highroad.app.actions import outbox as act
from highroad.app.models import OutgoingRow
from highroad.cli.outbox import app
from tests.app.letters import HOT, account, letter
from tests.cast import SAM

pytestmark = pytest.mark.django_db


@pytest.fixture
def cool(ana) -> OutgoingRow:
    """A text that may leave, written yesterday at noon."""
    account(ana)
    noon = clock.now().replace(hour=12) - timedelta(days=1)
    return letter(ana, written=noon, opened=noon - timedelta(days=1))


def send(row: OutgoingRow, *more: str, typed: str = f"{SAM.name}\n") -> Result:
    return CliRunner().invoke(app, ["send", str(row.pk), *more], input=typed)


def state_of(row: OutgoingRow) -> str:
    row.refresh_from_db()
    return str(row.state)


def test_words_changed_while_it_asked_do_not_leave(ana, cool, monkeypatch):
    def change_and_type(*_: object, **__: object) -> str:
        act.change_words(ana, cool.pk, subject="Re", body="Other words.", now=clock.now())
        return SAM.name

    monkeypatch.setattr(typer, "prompt", change_and_type)
    told = send(cool)

    assert (told.exit_code, "has moved on in the meantime" in told.output) == (1, True)
    assert (state_of(cool), cool.raw, cool.body) == ("draft", None, "Other words.")


def test_the_same_words_leave(cool):
    told = send(cool)

    assert (told.exit_code, state_of(cool)) == (0, "scheduled")


def test_hot_words_are_named_with_the_reason_as_they_go_to_rest(ana, cool):
    act.change_words(ana, cool.pk, subject="Re", body=HOT, now=cool.saved_at)

    told = send(cool)

    assert (told.exit_code, state_of(cool)) == (0, "resting")
    assert "reads like an insult." in told.output
    assert "So it rests first." in told.output


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ("resting", "It still rests."),
        ("scheduled", "You said yes to this one already."),
        ("sent", "It has left already."),
        ("unknown", "It may have left already."),
        ("failed", "It did not leave."),
        ("cancelled", "It was stopped."),
    ],
)
def test_no_name_is_asked_for_where_none_would_do(cool, state, says):
    OutgoingRow.objects.update(state=state, rests_until=clock.now() + timedelta(hours=9), leaves_at=clock.now())

    told = send(cool)

    assert (told.exit_code, state_of(cool)) == (1, state)
    assert says in told.output
    assert "type the name" not in told.output


@pytest.mark.parametrize("hour", ["9999-12-31T23:59", "2028-01-01T00:00", "2025-12-31T23:59", "0001-01-01T00:00"])
def test_an_hour_of_another_year_is_none(cool, hour):
    told = send(cool, "--at", hour)

    assert (told.exit_code, state_of(cool)) == (1, "draft")
    assert "this year or the next" in told.output
