"""A text of Ana's to Sam, about the no she opened a day ago, and her yes to it."""

from datetime import timedelta

from highroad.app.models import AccountRow, OutgoingRow, OwnerRow, RecoveryRow
from tests.app.noes import final_no
from tests.cast import NOW, SAM

COOL = "Dear Sam,\n\nThank you for letting me know. I enjoyed the talks.\n\nAna"
HOT = "Dear Sam,\n\nYou are a pathetic liar. I enjoyed the talks.\n\nAna"


def to_sam(owner: OwnerRow, body: str = COOL, **row: object) -> OutgoingRow:
    """Write it, saved in the morning unless told otherwise."""
    recovery = RecoveryRow.objects.filter(owner=owner).first() or RecoveryRow.objects.create(
        owner=owner, event_id=final_no(owner), opened_at=NOW - timedelta(days=1)
    )
    told = {
        "purpose": "reply",
        "to_name": SAM.name,
        "to_email": SAM.email,
        "subject": "Your mail",
        "recovery": recovery,
        "saved_at": NOW,
    }
    return OutgoingRow.objects.create(owner=owner, body=body, **told | row)


def account_of(owner: OwnerRow) -> AccountRow:
    """Her account, which mail can leave from."""
    host = "mail.duarte.example"
    return AccountRow.objects.create(owner=owner, email="ana@duarte.example", smtp_host=host, created_at=NOW)


def say_yes(client, row: OutgoingRow, **told: str):
    """Press Send on the page that was just read."""
    return client.post(f"/outbox/{row.pk}/review", {"seen_at": row.saved_at.isoformat()} | told)


def state_of(row: OutgoingRow) -> str:
    """Where it stands by now."""
    row.refresh_from_db()
    return row.state
