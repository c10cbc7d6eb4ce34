"""A mail we keep, written as a file again."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest

from highroad.mail.kept import as_eml
from highroad.mail.message import Address, Message
from highroad.mail.parse import parse
from tests.cast import ANA, SAM

MAIL = Message(
    key="k",
    message_id="one@haldenfrey.example",
    sender=SAM,
    to=(ANA,),
    subject="Über Ihre Bewerbung",
    sent_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
    text="Guten Tag,\n\nleider nicht.\n",
)


def test_it_reads_as_it_was():
    again = parse(as_eml(MAIL))

    assert (again.sender, again.to, again.subject, again.sent_at) == (SAM, (ANA,), MAIL.subject, MAIL.sent_at)
    assert again.text.strip() == MAIL.text.strip()
    assert again.message_id == MAIL.message_id


@pytest.mark.parametrize("control", [chr(code) for code in (*range(32), 0x7F, 0x85, 0x2028, 0x2029)])
def test_nothing_in_it_can_begin_a_header(control: str):
    text = f"a{control}Bcc: eve@evil.example"
    hostile = replace(
        MAIL, subject=text, sender=Address(text, f"x{control}@y.example"), message_id=text, in_reply_to=text
    )

    made = message_from_bytes(as_eml(hostile), policy=policy.default)

    assert "Bcc" not in made
    assert {name.lower() for name in made} <= set(
        "from to subject date message-id in-reply-to mime-version content-type content-transfer-encoding".split()
    )


def test_what_is_missing_is_left_out():
    made = message_from_bytes(as_eml(Message(key="k")), policy=policy.default)

    assert made["From"] is None
    assert made.get_content().strip() == ""
