"""Boxes made to hurt: mboxes and ZIPs, damaged, lying or far larger than they look."""

import io
import struct
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from highroad.edges.sources import SourceTrouble, open_source
from tests.edges.boxes import DATE, mail, mbox

MB = 1024 * 1024
MAILS = [mail(number) for number in range(20)]
BOX = mbox(MAILS)
LINE = f"From sam.reyes@haldenfrey.example {DATE}\n".encode()


def zipped(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return made.getvalue()


def zip_saying(offset: int, octets: bytes) -> bytes:
    """A ZIP with other bytes in the entry of its first member in the list."""
    made = bytearray(zipped({"a.mbox": BOX}))
    at = made.rindex(b"PK\x01\x02") + offset
    made[at : at + len(octets)] = octets
    return bytes(made)


def zip_ending(offset: int, octets: bytes) -> bytes:
    """A ZIP with other bytes in its last record."""
    made = bytearray(zipped({"a.mbox": BOX}))
    at = made.rindex(b"PK\x05\x06") + offset
    made[at : at + len(octets)] = octets
    return bytes(made)


BOXES: dict[str, Callable[[], bytes]] = {
    "cut_in_the_last_mail": lambda: BOX[:-60],
    "cut_in_the_first_line": lambda: BOX[:20],
    "cut_in_the_middle_and_glued": lambda: BOX[:900] + BOX[2_000:],
    "zeros_in_the_middle": lambda: BOX[:900] + bytes(64 * 1024) + BOX[900:],
    "zeros_at_the_end": lambda: BOX + bytes(3 * MB),
    "noise_in_the_middle": lambda: BOX[:900] + bytes(range(256)) * 500 + BOX[900:],
    "the_same_box_twice_without_a_line_between": lambda: BOX.rstrip() + b"\n" + BOX,
    "lines_ended_in_three_ways": lambda: BOX.replace(b"\n", b"\r\n", 40).replace(b"\r\n", b"\r\r\n", 10),
    "a_mark_at_its_head": lambda: b"\xef\xbb\xbf" + BOX,
    "from_lines_never_quoted": lambda: LINE + mail(1, f"Dear Ana,\n\nFrom {DATE}\nFrom here on\n\n") + b"\n" + BOX,
    "from_lines_quoted_ten_times": lambda: LINE + mail(1, ">" * 10 + "From here on") + b"\n" + BOX,
    "content_lengths_that_lie": lambda: BOX.replace(b"Message-ID:", b"Content-Length: 99999999\nMessage-ID:"),
    "content_lengths_below_nought": lambda: BOX.replace(b"Message-ID:", b"Content-Length: -1\nMessage-ID:"),
    "only_from_lines": lambda: LINE * 40_000,
    "from_lines_without_a_date": lambda: b"From nobody\n" * 100_000,
    "from_lines_of_one_endless_line": lambda: b"From " + b"a " * (4 * MB),
    "almost_from_lines": lambda: LINE + b"\nFrom a Tue Nov  3 10:1" * 200_000,
    "50k_mails_of_nothing": lambda: (LINE + b"\n") * 50_000,
    "one_mail_of_60_MB": lambda: LINE + mail(1) + b"a" * (60 * MB),
    "lines_of_blanks": lambda: LINE + mail(1) + b" \n" * (4 * MB),
    "a_zip_cut_in_the_middle": lambda: zipped({"a.mbox": BOX})[:600],
    "a_zip_without_its_list": lambda: zipped({"a.mbox": BOX}).partition(b"PK\x01\x02")[0],
    "a_zip_of_its_list_alone": lambda: b"PK\x01\x02" + zipped({"a.mbox": BOX}).partition(b"PK\x01\x02")[2],
    "a_zip_with_words_in_front": lambda: b"some words" * 100 + zipped({"a.mbox": BOX}),
    "a_zip_with_words_behind": lambda: zipped({"a.mbox": BOX}) + b"some words" * 100,
    "a_zip_that_leads_out": lambda: zipped({"../../a.mbox": BOX}),
    "a_zip_that_leads_out_by_a_drive": lambda: zipped({"C:/a.mbox": BOX}),
    "a_zip_with_a_name_of_zeros": lambda: zipped({"a\x01\x02.mbox": BOX}),
    "a_zip_with_a_name_of_60_kB": lambda: zipped({"a" * 60_000 + ".mbox": BOX}),
    "a_zip_with_20k_members": lambda: zipped({f"{number}.eml": b"" for number in range(20_000)}),
    "a_zip_in_a_zip": lambda: zipped({"a.zip": zipped({"a.mbox": BOX})}),
    "a_zip_named_as_a_mail": lambda: zipped({"a.eml": zipped({"a.mbox": BOX})}),
    "a_zip_of_110_MB_of_zeros": lambda: zipped({"a.mbox": bytes(110 * MB)}),
    "a_zip_of_99_MB_of_one_mail": lambda: zipped({"a.mbox": LINE + mail(1) + b"a" * (99 * MB)}),
    "a_zip_that_lies_about_its_length": lambda: zip_saying(24, struct.pack("<I", 5)),
    "a_zip_that_says_it_is_larger": lambda: zip_saying(24, struct.pack("<I", 50 * MB)),
    "a_zip_that_lies_about_its_place": lambda: zip_saying(42, struct.pack("<I", 2**31)),
    "a_zip_that_lies_about_its_checksum": lambda: zip_saying(16, b"\x01\x02\x03\x04"),
    "a_zip_packed_in_an_unknown_way": lambda: zip_saying(10, struct.pack("<H", 99)),
    "a_zip_that_is_locked": lambda: zip_saying(8, b"\x01\x00"),
    "a_zip_that_lies_about_how_many": lambda: zip_ending(8, b"\xff\xff\xff\xff"),
    "a_zip_that_lies_about_its_list": lambda: zip_ending(12, struct.pack("<I", 2**31 - 1)),
    "a_zip_whose_list_lies_elsewhere": lambda: zip_ending(16, struct.pack("<I", 2**31 - 1)),
    "a_zip_whose_comment_never_ends": lambda: zip_ending(20, b"\xff\xff"),
}


def read(raw: bytes) -> tuple[int, str]:
    """How many mails are found in a box, and the sentence of the trouble it ends in, if it does."""
    found = 0
    with tempfile.TemporaryDirectory(prefix="highroad-box-") as folder:
        path = Path(folder) / ("box.zip" if b"PK" in raw[:4] else "box.mbox")
        path.write_bytes(raw)
        try:
            for _ in open_source(path).messages():
                found += 1
        except SourceTrouble as trouble:
            return found, str(trouble)
    return found, ""
