"""What opens a mail account now: its password, or a key from a sign-in, renewed when it ran out."""

import threading

from django.conf import settings as django_settings

from highroad.app.models import AccountRow
from highroad.app.queries.accounts import secret_name, secret_of
from highroad.edges import oauth, secrets

_ONE_RENEWS = threading.Lock()


def key_of(account: AccountRow) -> str:
    """The password or the key; raises SecretLost, or a MailboxTrouble where the provider gives no key any more.

    A key that was refused is renewed whatever its time.
    """
    if account.login != AccountRow.Login.OAUTH:
        return secret_of(account)
    with _ONE_RENEWS:
        keys = oauth.keys_from(secret_of(account))
        if account.refused or not keys.is_fresh:
            keys = oauth.renewed(keys)
            secrets.keep(django_settings.DATA_FOLDER, secret_name(account), keys.as_text())
    return keys.access
