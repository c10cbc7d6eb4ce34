"""`highroad people due`."""

import json
from datetime import timedelta

import pytest
from typer.testing import CliRunner

from highroad.app.actions.people import keep_in_touch
from highroad.applications.contact import Keep
from highroad.cli.people import app
from highroad.events.recognise import event_id
from tests.app.mails import bring, haldenfrey
from tests.cast import NOOR, NOW

pytestmark = pytest.mark.django_db


def run(*words: str) -> str:
    return CliRunner().invoke(app, ["people", "due", *words]).output


def test_who_is_due_is_listed_for_people_and_programs(ana):
    bring(ana, *haldenfrey(ago=200))
    keep_in_touch(ana, event_id(NOOR.email), Keep.QUARTERLY, now=NOW - timedelta(days=1))

    (line,) = json.loads(run("--json"))

    assert (line["name"], line["employer"], line["due_on"]) == ("Noor Haddad", "Haldenfrey", "2026-07-10")
    assert run() == "Noor Haddad, Haldenfrey, since 2026-07-10\n"


def test_nobody_just_now_is_said(ana):
    bring(ana, *haldenfrey())

    assert run() == "Nobody just now.\n"
