"""The world outside as the outbox meets it: the account's password, its mail server, its Sent folder."""

from django.conf import settings

from highroad.app.actions.outbox_sending import Post
from highroad.app.models import AccountRow
from highroad.edges import secrets
from highroad.edges.smtp import deliver


def outside() -> Post:
    """Real servers, as the user's accounts name them."""
    return Post(secret_of, deliver, _find_in_sent, _append_to_sent)


def secret_of(account: AccountRow) -> str | None:
    """The password or token of an account, or None when there is none to be had now."""
    try:
        return secrets.recall(settings.DATA_FOLDER, f"account-{account.pk}")
    except secrets.SecretLost:
        return None


def _find_in_sent(account: AccountRow, message_id: str) -> bool | None:  # noqa: ARG001
    return None


def _append_to_sent(account: AccountRow, raw: bytes) -> None:  # noqa: ARG001
    raise OSError
