"""Texts to somebody of the record, and an account they leave from, read and sent over real servers of the tests."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
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
account, secret, bodies = json.loads(sys.argv[1])
owner, now = the_owner(), clock.now()
if account:
    named = {"email": "ana@duarte.example", "name": "Ana Duarte"}
    row = AccountRow.objects.create(owner=owner, created_at=now, **named, **account)
    secrets.keep(settings.DATA_FOLDER, secret_name(row), secret)
person = PersonRow.objects.filter(owner=owner).exclude(email="").order_by("pk").first()
about = {"to_name": person.name, "to_email": person.email, "subject": "Thank you"}
rows = [OutgoingRow(owner=owner, purpose="thank_you", saved_at=now, body=body, **about) for body in bodies]
print(json.dumps([person.email, [row.pk for row in OutgoingRow.objects.bulk_create(rows)]]))
"""


def prepare(
    folder: Path, bodies: Sequence[str], *, account: Mapping[str, object] | None = None, secret: str = ""
) -> tuple[str, list[int]]:
    """Write texts to one person of the record, and connect an account; gives the address and their numbers."""
    told = json.dumps([account, secret, bodies])
    command = [sys.executable, "-c", PREPARE, told]
    done = subprocess.run(command, env=environment(folder), check=True, capture_output=True, text=True)
    email, numbers = json.loads(done.stdout)
    return email, numbers


def account_at(smtp_port: int, imap_port: int) -> Mapping[str, object]:
    """An account on this computer, whose Sent folder wants a copy of what left."""
    lines = {"smtp_port": smtp_port, "imap_port": imap_port}
    hosts = dict.fromkeys(("smtp_host", "imap_host"), "127.0.0.1")
    return hosts | lines | dict.fromkeys(("smtp_security", "imap_security"), "none")
