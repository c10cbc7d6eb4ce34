"""`highroad sync` says in a line what came, and where an account is in trouble."""

import json

import pytest
from typer.testing import CliRunner

from highroad.app.actions import accounts
from highroad.app.models import OwnerRow
from highroad.app.queries.accounts import AccountSettings
from highroad.cli import sync
from highroad.edges.imap import Folder
from tests.app import mailboxes
from tests.cast import ANA, NOW
from tests.servers.scripted_imap import Scripted, running

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ready(monkeypatch: pytest.MonkeyPatch, ana: OwnerRow) -> None:
    """The record stands already."""
    monkeypatch.setattr(sync, "make_ready", lambda **_: None)
    monkeypatch.setattr(sync, "the_owner", lambda: ana)


def connect(owner: OwnerRow, script: Scripted) -> None:
    told = AccountSettings(ANA.email, "127.0.0.1", imap_port=script.port, imap_security="none")
    accounts.connect(owner, told, "a secret", folders=[Folder("INBOX")], chosen=["INBOX"], now=NOW)


def test_what_came_is_said(ana):
    with running(Scripted([mailboxes.CONFIRMATION, mailboxes.DINNER])) as script:
        connect(ana, script)

        done = CliRunner().invoke(sync.app, ["--json"])
        again = CliRunner().invoke(sync.app, [])

    assert json.loads(done.output) == [{"email": ANA.email, "messages": 2, "about_applications": 1, "trouble": ""}]
    assert again.output == "ana@duarte.example: 0 new mails, 0 of them about applications.\n"


def test_trouble_is_said_and_is_no_success(ana):
    with running(Scripted([], lets_in=False)) as script:
        connect(ana, script)

        done = CliRunner().invoke(sync.app, [])

    assert done.exit_code == 1
    assert "did not take this name and password" in done.output


def test_without_an_account_it_says_where_to_connect_one(ana):
    done = CliRunner().invoke(sync.app, ["bo@lindgren.example"])

    assert done.exit_code == 1
    assert "No mail account" in done.output
