"""The world outside as the outbox meets it: the account's password, its mail server, its Sent folder."""

from highroad.app.actions.accounts_key import key_of
from highroad.app.actions.outbox_sending import Post
from highroad.app.models import AccountRow
from highroad.app.queries.accounts import imap_server
from highroad.edges import imap
from highroad.edges.imap_trouble import MailboxTrouble
from highroad.edges.secrets import SecretLost
from highroad.edges.smtp import deliver


def outside() -> Post:
    """Real servers, as the user's accounts name them."""
    return Post(_secret_of, deliver, _find_in_sent, _append_to_sent)


def _secret_of(account: AccountRow) -> str | None:
    try:
        return key_of(account)
    except (SecretLost, MailboxTrouble):
        return None


def _find_in_sent(account: AccountRow, message_id: str) -> bool | None:
    secret = _secret_of(account)
    return imap.find_in_sent(imap_server(account), secret, message_id) if secret else None


def _append_to_sent(account: AccountRow, raw: bytes) -> bool:
    secret = _secret_of(account)
    return secret is not None and imap.append_to_sent(imap_server(account), secret, raw)
