"""One key for every copy of a mail, whichever file or export it came in."""

import io

from hypothesis import given
from hypothesis import strategies as st

from highroad.edges.mbox import split
from highroad.mail.parse import parse, raw_digest

HEAD = (
    "From: Sam Reyes <sam.reyes@haldenfrey.example>\n"
    "To: Ana Duarte <ana@duarte.example>\n"
    "Subject: Your application\n"
    "Date: Tue, 3 Nov 2026 10:12:00 +0100\n"
    "Message-ID: <n1@haldenfrey.example>\n"
)
TAKEOUT = "X-GM-THRID: 17\nX-Gmail-Labels: Inbox,Jobs\n"
FROM_LINE = "From 17@xxx Tue Nov 03 10:12:00 +0000 2026\n"


def in_an_mbox(mail: str) -> bytes:
    """As an mbox keeps it: "From " at the head of a line is quoted."""
    quoted = "".join(f">{line}" if line.lstrip(">").startswith("From ") else line for line in mail.splitlines(True))
    return f"{FROM_LINE}{quoted}\n".encode()


@given(
    st.lists(st.sampled_from(["From here on", ">From there", "we chose", "> quoted", "", "  blanks  "]), max_size=12)
)
def test_a_mail_has_one_key_in_eml_mbox_and_takeout(lines: list[str]):
    mail = HEAD + "\n" + "\n".join(lines) + "\n"

    eml = parse(mail.replace("\n", "\r\n").encode())
    [(from_mbox, _)] = split(io.BytesIO(in_an_mbox(mail)))
    [(from_takeout, _)] = split(io.BytesIO(in_an_mbox(TAKEOUT + mail)))

    assert eml.key == parse(from_mbox).key == parse(from_takeout).key


def test_two_mails_have_two_keys():
    mails = [HEAD + "\nwe chose", HEAD + "\nwe choose", HEAD.replace("n1", "n2") + "\nwe chose"]

    assert len({parse(mail.encode()).key for mail in mails}) == 3


def test_the_digest_does_not_see_line_ends():
    assert raw_digest(b"a\r\nb") == raw_digest(b"a\nb") != raw_digest(b"a\n\nb")
    assert len(raw_digest(b"")) == 16
