"""Get the folder ready: tables, and the one owner."""

from datetime import datetime

from django.core.management import call_command
from django.db import transaction

from highroad.app.actions.backup import back_up_before_upgrade, refuse_newer
from highroad.app.models import OwnerRow


def make_ready(*, now: datetime) -> None:
    """Bring the tables up to date, after a backup, and make the owner at the first start; safe to repeat.

    Raises RecordTooNew.
    """
    refuse_newer()
    back_up_before_upgrade(now=now)
    call_command("migrate", verbosity=0, interactive=False)
    with transaction.atomic():
        if not OwnerRow.objects.exists():
            OwnerRow.objects.create(created_at=now)
