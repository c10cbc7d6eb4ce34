"""Every mail of an mbox comes out once and whole, in constant memory, from any place on."""

import io
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from highroad.edges import mbox as edge
from highroad.edges.found import MOST
from highroad.edges.mbox import is_mbox, split
from highroad.mail.parse import parse
from tests.edges.boxes import DATE, mail, mbox, subjects

LINES = [
    "Dear Ana,",
    "From here on we wait.",
    ">From there",
    ">>From far",
    "",
    "From: nobody",
    f"From the {DATE}",
    "> q",
]
MAILS = [mail(number) for number in range(50)]


def mails_of(box: bytes, start: int = 0) -> list[bytes]:
    stream = io.BytesIO(box)
    stream.seek(start)
    return [raw for raw, _ in split(stream, start=start)]


@given(st.lists(st.lists(st.sampled_from(LINES), max_size=6), min_size=1, max_size=8), st.integers(1_100, 3_000))
def test_what_was_put_in_comes_out(bodies: list[list[str]], chunk: int):
    mails = [mail(number, "\n".join(body)) for number, body in enumerate(bodies)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(edge, "_CHUNK", chunk)
        patch.setattr(edge, "_LARGEST_CHUNK", 2 * chunk)
        found = mails_of(mbox(mails))

    assert found == mails


@given(st.lists(st.integers(0, 400), min_size=1, max_size=10))
@settings(max_examples=30)
def test_reading_goes_on_from_any_mail(lengths: list[int]):
    mails = [mail(number, "word " * length) for number, length in enumerate(lengths)]
    box = mbox(mails)

    for number, (_, position) in enumerate(split(io.BytesIO(box))):
        assert mails_of(box, position) == mails[number + 1 :]


@given(st.binary(max_size=300), st.integers(0, 2_000), st.integers(0, 60))
def test_a_damaged_box_loses_no_whole_mail(noise: bytes, at: int, length: int):
    box = mbox(MAILS[:10])

    found = mails_of(box[:at] + noise + box[at + length :])

    hurt = 4  # the mails that a change of at most 300 bytes at one place can touch
    assert len(set(subjects(found)) & set(subjects(MAILS[:10]))) >= 10 - hurt


@pytest.mark.parametrize(
    "from_line",
    [
        f"From sam.reyes@haldenfrey.example {DATE}",
        "From 1571894567@xxx Tue Nov 03 10:12:00 +0000 2026",
        f"From - {DATE}",
        f"From MAILER-DAEMON {DATE}",
        'From "Sam Reyes"@haldenfrey.example Tue Nov  3 10:12 2026 remote from haldenfrey',
        "From sam@haldenfrey.example Tue, 3 Nov 2026 10:12:00 +0100",
        "From sam@haldenfrey.example 2026-11-03T10:12:00",
        "From ",
        "From -",
    ],
)
def test_a_from_line_of_any_program_is_known(from_line: str):
    box = mbox(MAILS[:3], from_line)

    assert is_mbox(box)
    assert mails_of(box) == MAILS[:3]


def test_windows_line_ends_are_no_hindrance():
    mails = [mail(number, line_end="\r\n") for number in range(3)]
    box = b"".join(f"From a@b.example {DATE}\r\n".encode() + raw + b"\r\n" for raw in mails)

    assert mails_of(box) == mails


@pytest.mark.parametrize(
    "sentence",
    [
        "From Monday on we meet at ten.",
        f"From Bern to Basel {DATE}\nwe took the train",
        "From a@b.example",
        "From a@b.example Tue Nov  3 2026\nTo: nobody",
    ],
)
def test_a_sentence_is_no_from_line(sentence: str):
    box = f"From a@b.example {DATE}\n".encode() + mail(1, f"Dear Ana,\n\n{sentence}\n\nSam") + b"\n"

    assert len(mails_of(box)) == 1


def test_words_above_the_first_mail_are_a_mail_of_their_own():
    assert mails_of(b"some words\n" + mbox(MAILS[:2])) == [b"some words\n", *MAILS[:2]]


def test_a_mail_of_nothing_is_counted():
    line = f"From a@b.example {DATE}\n".encode()

    found = mails_of(line + b"\n" + line + b"\n" + line + MAILS[0] + b"\n" + line)

    assert [raw.strip() for raw in found] == [b"", b"", MAILS[0].strip(), b""]


def test_a_missing_empty_line_between_two_mails_is_forgiven():
    assert subjects(mails_of(mbox(MAILS[:3]).replace(b"\n\nFrom ", b"\nFrom "))) == subjects(MAILS[:3])


def test_a_content_length_is_not_believed():
    lying = MAILS[0].replace(b"\n\n", b"\nContent-Length: 9\n\n")

    assert mails_of(mbox([lying, MAILS[1]])) == [lying, MAILS[1]]


def test_an_empty_box_has_no_mail():
    assert mails_of(b"") == mails_of(b"\n\n") == []


def test_a_mail_over_fifty_megabytes_is_cut_and_says_so():
    endless = Endless(before=mbox(MAILS[:1]) + f"From a@b.example {DATE}\n".encode() + MAILS[1], after=mbox(MAILS[2:4]))

    tracemalloc.start()
    found = [(raw[:2_000], len(raw), parse(raw).problems) for raw, _ in split(endless)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert subjects(raw for raw, _, _ in found) == subjects(MAILS[:4])
    assert [length for _, length, _ in found][1] <= MOST
    assert any("50 MB" in problem for problem in found[1][2])
    assert peak < 250_000_000


def test_a_large_box_takes_no_more_memory_than_a_small_one():
    boxes = Repeated(mbox([mail(number, "word " * 8_000) for number in range(100)]), times=40)

    tracemalloc.start()
    count = sum(1 for _ in split(boxes))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == 40 * 100
    assert peak < 30_000_000


class Repeated(io.RawIOBase):
    """The same bytes again and again, as a file too large to write in a test."""

    def __init__(self, piece: bytes, times: int) -> None:
        self.piece, self.left = piece, times

    def read(self, _size: int = -1) -> bytes:
        self.left -= 1
        return self.piece if self.left >= 0 else b""


class Endless(Repeated):
    """A mail of 120 MB between others."""

    def __init__(self, before: bytes, after: bytes) -> None:
        super().__init__(b"a" * 999_999 + b"\n", 120)
        self.before, self.after = before, b"\n" + after

    def read(self, _size: int = -1) -> bytes:
        before, self.before = self.before, b""
        piece = before or super().read()
        if not piece:
            piece, self.after = self.after, b""
        return piece
