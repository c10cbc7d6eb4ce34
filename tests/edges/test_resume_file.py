"""A résumé's words from files as people have them, and from files made to do harm."""

import io
import zipfile

import docx
import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from highroad.edges import resume_file
from highroad.edges.resume_file import Locked, NoText, NotReadable, TooLarge, UnknownKind, text_of

LINES = ("Ana Duarte", "Python and SQL, four years")


def pdf(*lines: str, pages: int = 1, password: str = "") -> bytes:
    """A PDF with these lines on its first page."""
    writer = pypdf.PdfWriter()
    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")}
        | {NameObject("/BaseFont"): NameObject("/Helvetica")}
    )
    for number in range(pages):
        page = writer.add_blank_page(width=595, height=842)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(font)})}
        )
        stream = DecodedStreamObject()
        drawn = "".join(f"BT /F1 12 Tf 50 {800 - 20 * at} Td ({line}) Tj ET\n" for at, line in enumerate(lines))
        stream.set_data(drawn.encode() if not number else b"")
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word(*lines: str) -> bytes:
    """A Word file with these lines, the last one in a table."""
    document = docx.Document()
    for line in lines[:-1]:
        document.add_paragraph(line)
    document.add_table(rows=1, cols=1).cell(0, 0).text = lines[-1]
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "raw", [pdf(*LINES), word(*LINES), "\n".join(LINES).encode(), "\n".join(LINES).encode("utf-8-sig")]
)
def test_the_words_of_every_kind_of_file_are_read(raw: bytes) -> None:
    assert text_of(raw) == "\n".join(LINES)


def test_umlauts_of_an_old_text_file_are_read() -> None:
    assert text_of("Prüferin, Köln".encode("cp1252")) == "Prüferin, Köln"


@pytest.mark.parametrize(
    ("raw", "refusal"),
    [
        (b"", NoText),
        (b"   \n ", NoText),
        (pdf(), NoText),
        (pdf(*LINES, password="secret"), Locked),
        (pdf(*LINES, pages=31), TooLarge),
        (b"x" * (resume_file.LARGEST + 1), TooLarge),
        (b"%PDF-1.7\nnothing more", NotReadable),
        (pdf(*LINES)[:300], NotReadable),
        (b"PK\x03\x04 nothing more", NotReadable),
        (word(*LINES)[:2000], NotReadable),
        (packed({"song.mp3": b"la"}), UnknownKind),
        (packed({"word/document.xml": b"<not xml"}), NotReadable),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", UnknownKind),
        (rb"{\rtf1 Ana}", UnknownKind),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(raw: bytes, refusal: type[NotReadable]) -> None:
    with pytest.raises(refusal) as told:
        text_of(raw)

    assert str(told.value).endswith(".")


def test_a_file_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked() -> None:
    bomb = packed({"word/document.xml": b" " * (resume_file.LARGEST_XML + 1)})

    assert len(bomb) < 100_000
    with pytest.raises(TooLarge):
        text_of(bomb)


def test_a_file_of_thousands_of_parts_is_refused() -> None:
    with pytest.raises(TooLarge):
        text_of(packed({"word/document.xml": b"<a/>"} | {f"word/{number}": b"" for number in range(600)}))


def test_entities_that_grow_are_not_followed() -> None:
    grown = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    evil = f'<!DOCTYPE d [<!ENTITY e0 "lol">{grown}]><d>&e11;</d>'.encode()

    with pytest.raises(NotReadable):
        text_of(packed({"word/document.xml": evil, "[Content_Types].xml": evil}))


def test_a_page_that_inflates_without_end_is_refused() -> None:
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(width=595, height=842)
    stream = DecodedStreamObject()
    stream.set_data(b" " * 120_000_000)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    out = io.BytesIO()
    writer.write(out)

    with pytest.raises(NotReadable):
        text_of(out.getvalue())


def test_a_text_without_end_is_cut() -> None:
    assert len(text_of(b"word " * 400_000)) <= resume_file.MOST_LETTERS
