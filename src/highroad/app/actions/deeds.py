"""Remember that the user did something. Effort is counted, outcomes are not."""

from datetime import datetime

from highroad.app.models import DeedRow, OwnerRow, RecoveryRow


def did(owner: OwnerRow, kind: str, *, now: datetime, recovery: RecoveryRow | None = None, about: str = "") -> None:
    """One thing done; `about` names which, so that it is not offered again soon."""
    DeedRow.objects.create(owner=owner, recovery=recovery, kind=kind, about=about, at=now)
