"""A draft becomes bytes that mail programs open for editing, and nothing else."""

import dataclasses
import email
from datetime import UTC, datetime
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from highroad.mail.draft import Draft, NoAddress, UnsafeHeader, to_eml
from highroad.mail.message import Address
from highroad.mail.parse import parse
from tests.cast import ANA, SAM

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DRAFT = Draft(SAM, ANA, "Re: Ihre Absage – danke", "Lieber Sam,\n\nvielen Dank für Ihre Zeit.\n.\nFrom here on\n\nAna")
FIELDS = {"from", "to", "subject", "date", "message-id", "x-unsent", "mime-version"}
FIELDS |= {"content-type", "content-transfer-encoding"}
LINE_ENDS = "\r\n\x00\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def written(draft: Draft) -> bytes:
    return to_eml(draft, message_id="d1@duarte.example", now=NOW)


def test_a_draft_reads_back_as_it_was_written():
    message = parse(
        written(dataclasses.replace(DRAFT, in_reply_to="<m1@haldenfrey.example>", references=("m0@x.example",)))
    )

    assert (message.sender, message.to, message.subject) == (ANA, (SAM,), DRAFT.subject)
    assert (message.text, message.problems) == (DRAFT.body, ())
    assert (message.message_id, message.in_reply_to) == ("d1@duarte.example", "m1@haldenfrey.example")
    assert (message.references, message.sent_at) == (("m0@x.example",), NOW)


def test_a_draft_says_that_it_was_not_sent():
    assert b"\r\nX-Unsent: 1\r\n" in written(DRAFT)


def test_a_draft_without_a_sender_leaves_it_to_the_mail_program():
    assert b"From:" not in written(dataclasses.replace(DRAFT, sender=None)).partition(b"\r\n\r\n")[0]


@pytest.mark.parametrize("letter", LINE_ENDS)
@pytest.mark.parametrize("place", ["subject", "name", "email", "in_reply_to", "references", "message_id"])
def test_no_field_can_begin_another(letter: str, place: str):
    evil = f"x{letter}Bcc: bo@lindgren.example"
    fields = {
        "subject": {"subject": evil},
        "name": {"to": Address(evil, SAM.email)},
        "email": {"to": Address(SAM.name, evil)},
        "in_reply_to": {"in_reply_to": evil},
        "references": {"references": (evil,)},
    }

    with pytest.raises((UnsafeHeader, NoAddress)) as refused:
        to_eml(
            dataclasses.replace(DRAFT, **fields.get(place, {})),
            message_id=evil if place == "message_id" else "d1@duarte.example",
            now=NOW,
        )

    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    "address", ["", "sam", "sam@", "@x.example", "a@b.example, c@d.example", "a b@c.example", "<a@b.example>"]
)
def test_a_draft_goes_to_one_whole_address(address: str):
    with pytest.raises(NoAddress):
        written(dataclasses.replace(DRAFT, to=Address("Sam", address)))


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=300))
def test_whatever_is_typed_only_the_fields_of_a_draft_come_out(name: str, subject: str, body: str):
    try:
        raw = written(Draft(Address(name, SAM.email), ANA, subject, body))
    except UnsafeHeader:
        return

    mail = email.message_from_bytes(raw, policy=default)
    assert len(raw.partition(b"\r\n\r\n")[0]) < 4_000
    assert {key.lower() for key in mail} <= FIELDS
    assert [address.email for address in parse(raw).to] == [SAM.email]
