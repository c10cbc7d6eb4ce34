"""Whatever bytes come, a Message comes out that a database takes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from highroad.mail.body import forwarded, own_words
from highroad.mail.message import Message
from highroad.mail.parse import from_parts, parse, parse_file, parse_pasted
from highroad.mail.thread import bare_subject, thread_ids

CORPUS = Path(__file__).parents[1] / "corpus" / "torture"
MAILS = [mail.read_bytes() for mail in sorted(CORPUS.glob("*.eml"))]
PIECES = [
    b"From: ", b"Subject: ", b"Date: ", b"To: ", b"Content-Type: multipart/mixed; boundary=b", b"--b", b"--b--",
    b"\r\n", b"\n", b"\r", b"\n\n", b"Content-Type: text/html", b"Content-Type: text/plain; charset=", b"utf-16",
    b"iso-2022-jp", b"Content-Type: message/rfc822", b"Content-Transfer-Encoding: base64",
    b"Content-Transfer-Encoding: quoted-printable", b"=?utf-8?q?", b"=?utf-8?b?", b"?=", b"<p>", b"<div hidden>",
    b"</div>", b"<!--", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"=C3", b"=", b"> ", b"-- ", b"<a@b.example>", b"2026",
    b"On Mon, 3 Nov 2026 at 10:00 Ana wrote:", b" 1", b":", b"(", b'"',
]  # fmt: skip


@given(st.binary(max_size=2_000))
def test_any_bytes_are_a_message(raw: bytes):
    assert holds_only_whole_letters(parse(raw))


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=8)), max_size=60).map(b"".join))
@settings(max_examples=300)
def test_any_pieces_of_mail_are_a_message(raw: bytes):
    message = parse(raw)

    assert holds_only_whole_letters(message)
    assert own_words(message.text) and thread_ids(message) is not None
    assert not (inner := forwarded(message)) or holds_only_whole_letters(inner)


@given(st.data())
@settings(max_examples=300)
def test_a_damaged_mail_is_a_message(data: st.DataObject):
    raw = bytearray(data.draw(st.sampled_from(MAILS)))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw)))
        length = data.draw(st.integers(0, 40))
        raw[at : at + length] = data.draw(st.one_of(st.binary(max_size=8), st.sampled_from(PIECES)))

    assert holds_only_whole_letters(parse(bytes(raw)))


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_mail_cut_anywhere_is_a_message(part: float):
    assert all(holds_only_whole_letters(parse(mail[: int(len(mail) * part)])) for mail in MAILS)


@given(st.text(max_size=500))
def test_any_text_can_be_pasted(text: str):
    assert holds_only_whole_letters(parse_pasted(text))
    assert holds_only_whole_letters(parse_file(text.encode("utf-8", "surrogatepass")))
    assert holds_only_whole_letters(from_parts(text, text, text, text, text))
    assert isinstance(bare_subject(text), str)


def holds_only_whole_letters(message: Message) -> bool:
    people = [message.sender, message.reply_to, *message.to, *message.cc]
    texts = [message.key, message.subject, message.text, message.folder, *message.problems, *message.attachments]
    texts += [words for who in people if who for words in (who.name, who.email)]
    texts += [message.message_id or "", message.in_reply_to or "", *message.references, *message.calendars]
    return bool("".join(texts).encode()) and (message.sent_at is None or message.sent_at.tzinfo is not None)
