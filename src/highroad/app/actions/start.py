"""Get the folder ready: tables, and the one owner."""

from datetime import datetime

from django.core.management import call_command

from highroad.app.actions.backup import back_up_before_upgrade
from highroad.app.models import OwnerRow


def make_ready(*, now: datetime) -> None:
    """Bring the tables up to date, after a backup, and make the owner at the first start; safe to repeat."""
    back_up_before_upgrade(now=now)
    call_command("migrate", verbosity=0, interactive=False)
    if not OwnerRow.objects.exists():
        OwnerRow.objects.create(created_at=now)
