"""The outbox from the terminal: nothing leaves without the recipient's name typed by hand."""

import subprocess
import sys
from pathlib import Path

import pytest

from highroad.cli.outbox import app
from tests.app.terminal import answer, environment, run
from tests.cast import SAM
from tests.house.tree import ROOT

FILL = """
import django
django.setup()
from datetime import timedelta
from highroad.app.actions.start import make_ready
from highroad.app.models import OutgoingRow
from highroad.app.queries.owners import the_owner
from tests.app.letters import HOT, account, letter
from tests.cast import NOW
make_ready(now=NOW)
owner = the_owner()
account(owner)
for body in ({}, {"body": HOT}):
    letter(owner, **body)
"""
COOL, HOT = "1", "2"


REST = """
import django
django.setup()
from datetime import timedelta
from highroad.app import clock
from highroad.app.models import OwnerRow
OwnerRow.objects.update(quiet_until=clock.now() + timedelta(hours={hours}))
"""


def inside(folder: Path, code: str) -> None:
    """Run it with the record of this folder."""
    settings = {"HIGHROAD_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "highroad.app.settings"}
    subprocess.run([sys.executable, "-c", code], env=environment() | settings, cwd=ROOT, check=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A record with a cool draft and a hot one, both to Sam."""
    made = tmp_path_factory.mktemp("outbox") / "data"
    inside(made, FILL)
    return made


def state_of(folder: Path, number: str) -> str:
    return answer(folder, "outbox", "show", number, "--json")["state"]


def test_the_name_typed_wrong_sends_nothing(folder):
    done = run(folder, "send", COOL, typed="Sam\n")

    assert (done.returncode, "Nothing was sent" in done.stderr) == (1, True)
    assert "I would be glad to hear of other roles." in done.stdout
    assert state_of(folder, COOL) == "draft"


def test_without_anyone_to_type_nothing_is_sent(folder):
    done = run(folder, "send", COOL)

    assert done.returncode != 0
    assert state_of(folder, COOL) == "draft"


def test_after_dark_words_nothing_is_sent_and_no_name_asked_for(folder):
    inside(folder, REST.format(hours=72))

    done = run(folder, "send", COOL, typed=f"{SAM.name}\n")
    inside(folder, REST.format(hours=-1))

    assert (done.returncode, "Everything else rests for now" in done.stderr) == (1, True)
    assert "type the name" not in done.stdout
    assert state_of(folder, COOL) == "draft"


def test_nothing_answers_the_question_for_you():
    [send] = [command for command in app.registered_commands if command.callback.__name__ == "send"]

    assert set(send.callback.__annotations__) == {"number", "at", "return"}


def test_the_name_typed_right_schedules_it_and_it_can_be_stopped(folder):
    sent = run(folder, "send", COOL, typed=f"{SAM.name.lower()}\n")
    scheduled = state_of(folder, COOL)
    stopped = answer(folder, "outbox", "cancel", COOL, "--json")

    assert sent.returncode == 0, sent.stderr
    assert (scheduled, stopped["state"], stopped["leaves_at"]) == ("scheduled", "cancelled", None)


def test_hot_words_rest_and_nothing_is_asked(folder):
    done = run(folder, "send", HOT)

    shown = answer(folder, "outbox", "show", HOT, "--json")
    assert done.returncode == 0, done.stderr
    assert (shown["state"], shown["rest_why"]) == ("resting", "hot")


def test_the_list_names_every_text(folder):
    listed = answer(folder, "outbox", "list", "--json")

    assert {one["to_name"] for one in listed} == {SAM.name}
    assert SAM.name in run(folder, "outbox", "list").stdout
    assert run(folder, "outbox", "show", "99").returncode == 1
