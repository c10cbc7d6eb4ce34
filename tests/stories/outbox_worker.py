"""One go at the outbox after the other, each in a process of its own that can be killed, as told by line."""

import json
import os
import signal
import sys
import time
import traceback
from datetime import timedelta
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from highroad.app.actions import outbox  # noqa: E402
from highroad.app.actions.outbox_sending import Post, send_due  # noqa: E402
from highroad.app.actions.outbox_sent import follow_up  # noqa: E402
from highroad.app.actions.recoveries import open_recovery  # noqa: E402
from highroad.app.models import AccountRow, AddressRow, OwnerRow  # noqa: E402
from highroad.edges.smtp import deliver  # noqa: E402
from tests.app.mails import haldenfrey, reading_of  # noqa: E402
from tests.app.noes import final_no  # noqa: E402
from tests.cast import ANA, NOW, SAM  # noqa: E402
from tests.edges.mail_server import SECRET  # noqa: E402
from tests.stories.outbox_runs import asked  # noqa: E402

BODY = "Hi Sam,\n\nThank you for telling me. I would be glad to hear of other roles.\n\nAna"


def prepare(told):
    """A record in which a reply to Sam was given its yes, to leave ten minutes from NOW."""
    call_command("migrate", verbosity=0)
    owner = OwnerRow.objects.create(name="Ana Duarte", created_at=NOW)
    AddressRow.objects.create(owner=owner, email=ANA.email, mine=True)
    AccountRow.objects.create(
        owner=owner, email=ANA.email, smtp_host="127.0.0.1", smtp_port=1, smtp_security="none",
        keeps_sent=told["keeps_sent"], created_at=NOW,
    )  # fmt: skip
    recovery = open_recovery(owner, final_no(owner), now=NOW - timedelta(days=1))
    words = {"subject": "Re: Your application", "body": BODY}
    row = outbox.write(
        owner, purpose="reply", to_name=SAM.name, to_email=SAM.email, recovery=recovery, **words, now=NOW
    )
    outbox.send(owner, row.pk, leaves_at=NOW, now=NOW)


def go(told):
    """What the chore does once, so many seconds after NOW."""
    begun = time.monotonic()
    sent = Path(told["folder"]) / "sent-folder"

    def clock():
        return NOW + timedelta(seconds=told["later"] + time.monotonic() - begun)

    def met(point):
        if point == told["dies_at"]:
            os.kill(os.getpid(), signal.SIGKILL)

    def look(execute, *statement):
        found = execute(*statement)
        die_when(told)
        return found

    def secret_of(account):
        met("secret")
        return SECRET

    def find_in_sent(account, message_id):
        met("look")
        return sent.exists() and message_id in sent.read_text()

    def append_to_sent(account, raw):
        met("before the copy")
        with sent.open("a") as file:
            file.write(raw.decode())
        met("after the copy")
        return True

    AccountRow.objects.update(smtp_port=told["port"])
    post = Post(secret_of, deliver, find_in_sent, append_to_sent)
    with connection.execute_wrapper(look):
        send_due(post, clock=clock, beat=None)
        met("between")
        follow_up(post, clock=clock)
    die_when(told)


def die_when(told):
    """Die once the record says so, as seen from outside: what is not committed yet does not count."""
    if told["dies_when"] and asked(Path(told["folder"]), told["dies_when"]):
        os.kill(os.getpid(), signal.SIGKILL)


def alone(told):
    """In the child: its own record, and an end that never returns."""
    code = 1
    try:
        connection.settings_dict["NAME"] = str(Path(told["folder"]) / "highroad.sqlite3")
        {"prepare": prepare, "go": go}[told["do"]](told)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def main():
    """Fork for each line; say whom to kill, then how it ended. What the reader loads at first is there before."""
    for mail in haldenfrey():
        reading_of(mail)
    for line in sys.stdin:
        child = os.fork() or alone(json.loads(line))
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
