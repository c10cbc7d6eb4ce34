"""A text that is ready to leave, an account it leaves from, and a hand on the hours in the record."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.browser.program import environment

PREPARE = """
import json, sys
import django
django.setup()
from django.conf import settings
from highroad.app import clock
from highroad.app.models import AccountRow, OutgoingRow, PersonRow
from highroad.app.queries.accounts import secret_name
from highroad.app.queries.owners import the_owner
from highroad.edges import secrets
port, secret, body = json.loads(sys.argv[1])
owner, now = the_owner(), clock.now()
smtp = {"smtp_host": "127.0.0.1", "smtp_port": port, "smtp_security": "none", "keeps_sent": True}
account = AccountRow.objects.create(owner=owner, email="ana@duarte.example", name="Ana Duarte", created_at=now, **smtp)
secrets.keep(settings.DATA_FOLDER, secret_name(account), secret)
person = PersonRow.objects.filter(owner=owner).exclude(email="").order_by("pk").first()
about = {"to_name": person.name, "to_email": person.email, "subject": "Thank you", "body": body}
row = OutgoingRow.objects.create(owner=owner, purpose="thank_you", saved_at=now, **about)
print(json.dumps([row.pk, person.email]))
"""


def prepare(folder: Path, port: int, *, secret: str, body: str) -> tuple[int, str]:
    """Write a text to somebody of the record, and connect an account; gives its number and the address."""
    told = json.dumps([port, secret, body])
    command = [sys.executable, "-c", PREPARE, told]
    done = subprocess.run(command, env=environment(folder), check=True, capture_output=True, text=True)
    number, email = json.loads(done.stdout)
    return number, email


def rested(folder: Path, number: int) -> None:
    """As if its night had passed."""
    _set(folder, "state = 'ready', rested_body = subject || char(10, 10) || body", number)


def leaves_in(folder: Path, number: int, *, seconds: float) -> None:
    """As if the hours until then had passed."""
    then = datetime.now(UTC) + timedelta(seconds=seconds)
    _set(folder, f"leaves_at = '{then:%Y-%m-%d %H:%M:%S.%f}', noted_at = NULL, noted_beat = NULL", number)


def _set(folder: Path, changes: str, number: int) -> None:
    with closing(sqlite3.connect(folder / "highroad.sqlite3", timeout=10)) as record, record:
        record.execute(f"UPDATE highroad_outgoingrow SET {changes} WHERE id = ?", [number])
