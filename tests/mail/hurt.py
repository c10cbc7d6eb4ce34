"""Mail of the torture corpus, hurt at a few places: for tests that make up their own, and for the fuzzer."""

from pathlib import Path

from hypothesis import strategies as st

from highroad.mail.message import Message

CORPUS = Path(__file__).parents[1] / "corpus" / "torture"
MAILS = [mail.read_bytes() for mail in sorted(CORPUS.glob("*.eml"))]
PIECES = [
    b"From: ", b"Subject: ", b"Date: ", b"To: ", b"Content-Type: multipart/mixed; boundary=b", b"--b", b"--b--",
    b"\r\n", b"\n", b"\r", b"\n\n", b"Content-Type: text/html", b"Content-Type: text/plain; charset=", b"utf-16",
    b"iso-2022-jp", b"hz", b"; format=flowed; delsp=yes", b" \n", b"Content-Type: message/rfc822",
    b"Content-Type: application/ms-tnef", b"\x78\x9f\x3e\x22\x01\x00", b"\x01\x03\x90\x06\x00", b"\xff\xff\xff\x7f",
    b"Content-Transfer-Encoding: base64", b"Content-Transfer-Encoding: quoted-printable",
    b"Authentication-Results: mx.duarte.example; ", b"dmarc=fail header.from=", b"spf=", b"Reply-To: ",
    b"=?utf-8?q?", b"=?utf-8?b?", b"?=", b"<p>", b"<div hidden>", b"<p style='", b"display:none", b"font-size:0",
    b"<style>", b"</style>", b".a{", b"}", b"/*", b"\\", b"</div>", b"<!--", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf",
    b"\xed\xa0\xbd", b"\x1b$B", b"=C3", b"=", b"> ", b"-- ", b"<a@b.example>", b"2026", b":", b"(", b'"', b" 1",
    b"On Mon, 3 Nov 2026 at 10:00 Ana wrote:", b"\nbegin 644 a\n", b"=ybegin name=a\n",
    b"-----BEGIN PGP MESSAGE-----\n",
]  # fmt: skip


@st.composite
def hurt_mails(draw: st.DrawFn) -> bytes:
    """A mail of the corpus with bytes cut out, put in or moved at up to four places."""
    raw = bytearray(draw(st.sampled_from(MAILS)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(raw)))
        length = draw(st.integers(0, 40))
        raw[at : at + length] = draw(st.one_of(st.binary(max_size=8), st.sampled_from(PIECES)))
    return bytes(raw)


def holds_only_whole_letters(message: Message) -> bool:
    """Whether a database takes every word of it, and its moment is one."""
    people = [message.sender, message.reply_to, *message.to, *message.cc]
    texts = [message.key, message.subject, message.text, message.folder, *message.problems, *message.attachments]
    texts += [words for who in people if who for words in (who.name, who.email)]
    texts += [message.message_id or "", message.in_reply_to or "", *message.references, *message.calendars]
    return bool("".join(texts).encode()) and (message.sent_at is None or message.sent_at.tzinfo is not None)
