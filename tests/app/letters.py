"""A text on its way, with an account it can leave from, and an outside that can be told what to do."""

from datetime import timedelta

from highroad.app.actions import outbox
from highroad.app.actions.outbox_sending import Post
from highroad.app.actions.recoveries import open_recovery
from highroad.app.models import AccountRow, AddressRow
from highroad.edges.smtp import deliver
from tests.app.noes import final_no
from tests.cast import ANA, NOW, SAM
from tests.edges.mail_server import SECRET

COOL = "Hi Sam,\n\nThank you for telling me. I would be glad to hear of other roles.\n\nAna"
HOT = "Sam,\n\nYou are an incompetent idiot and you will regret this.\n\nAna"
DUE = timedelta(minutes=11)


def account(owner, *, port=1, **more):
    """An account of Ana's whose server is on this computer."""
    AddressRow.objects.get_or_create(owner=owner, email=ANA.email, defaults={"mine": True})
    settings = {"smtp_host": "127.0.0.1", "smtp_port": port, "smtp_security": "none", "created_at": NOW} | more
    return AccountRow.objects.create(owner=owner, email=ANA.email, **settings)


def letter(owner, *, body=COOL, to=SAM, written=NOW, opened=NOW - timedelta(days=1), purpose="reply", **more):
    """A draft of a reply to Sam, beside the no of Haldenfrey."""
    recovery = open_recovery(owner, final_no(owner), now=opened)
    words = {"subject": "Re: Your application", "body": body, "to_name": to.name, "to_email": to.email} | more
    return outbox.write(owner, purpose=purpose, recovery=recovery, now=written, **words)


class Outside:
    """A Sent folder that is a list, and a real line to whatever server the account names."""

    def __init__(self, *, files_copies=True, looks=True):
        self.sent, self.files_copies, self.looks, self.appends = [], files_copies, looks, 0

    @property
    def post(self):
        """As the outbox meets it."""
        return Post(lambda _: SECRET, deliver, self._find, self._append)

    def _find(self, _, message_id):
        return any(message_id.encode() in raw for raw in self.sent) if self.looks else None

    def _append(self, _, raw):
        self.appends += 1
        if self.files_copies:
            self.sent.append(raw)
        return self.files_copies
