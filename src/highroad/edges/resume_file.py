"""A résumé's words from a file: PDF, Word or plain text, from whoever made it, within bounds."""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from itertools import islice

import docx
import pypdf
from docx.document import Document
from docx.table import Table
from lxml.etree import LxmlError
from pypdf.errors import PyPdfError

LARGEST = 10_000_000  # bytes of the file
MOST_PAGES = 30
MOST_LETTERS = 100_000
MOST_PARTS, LARGEST_UNPACKED = 500, 60_000_000  # files within a Word file, and their bytes together
LARGEST_XML = 10_000_000  # bytes of the text within a Word file
# What a damaged or hostile file makes these libraries raise, beside their own errors.
BROKEN = (
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    RecursionError,
    OSError,
    MemoryError,
    AssertionError,
)


class NotReadable(ValueError):
    """That file could not be read. Save it as PDF or .docx again, or paste its text."""

    def __str__(self) -> str:
        return str(self.__doc__)


class UnknownKind(NotReadable):
    """Only PDF, .docx and plain text can be read here. You can also paste the text."""


class TooLarge(NotReadable):
    """That file is larger than a résumé. Ten megabytes and thirty pages are the most."""


class Locked(NotReadable):
    """That file is locked with a password. Save it without one, or paste its text."""


class NoText(NotReadable):
    """There is no text in that file, only a picture of it. Please paste the text."""


def text_of(raw: bytes) -> str:
    """The words of a file, told by its first bytes, not by its name; raises NotReadable."""
    if len(raw) > LARGEST:
        raise TooLarge
    kind = next((kind for mark, kind in KINDS if raw.startswith(mark)), _plain)
    text = _tidy("".join(_up_to(kind(raw), MOST_LETTERS)))
    if not text:
        raise NoText
    return text


def _pdf(raw: bytes) -> Iterator[str]:
    try:
        reader = pypdf.PdfReader(BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Locked
        if len(reader.pages) > MOST_PAGES:
            raise TooLarge
        yield from (page.extract_text() + "\n\n" for page in islice(reader.pages, MOST_PAGES))
    except NotReadable:
        raise
    except (PyPdfError, *BROKEN) as error:
        raise NotReadable from error


def _word(raw: bytes) -> Iterator[str]:
    try:
        _look_inside(raw)
        yield from (line + "\n" for line in _lines(docx.Document(BytesIO(raw))))
    except NotReadable:
        raise
    except (zipfile.BadZipFile, LxmlError, NotImplementedError, *BROKEN) as error:
        raise NotReadable from error


def _look_inside(raw: bytes) -> None:
    """Refuses what would unpack to more than a résumé; a size that lies ends the reading with an error later."""
    with zipfile.ZipFile(BytesIO(raw)) as packed:
        parts = packed.infolist()
    if not any(part.filename == "word/document.xml" for part in parts):
        raise UnknownKind
    texts = (part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED or sum(texts) > LARGEST_XML:
        raise TooLarge


def _lines(document: Document) -> Iterator[str]:
    """Paragraphs and the cells of tables, in their order."""
    for piece in document.iter_inner_content():
        if isinstance(piece, Table):
            yield from (" ".join(dict.fromkeys(cell.text for cell in row.cells)) for row in piece.rows)
        else:
            yield piece.text


def _plain(raw: bytes) -> Iterator[str]:
    if b"\0" in raw or raw.startswith(b"{\\rtf"):
        raise UnknownKind
    try:
        yield raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield raw.decode("cp1252", errors="replace")


def _up_to(pieces: Iterable[str], most: int) -> Iterator[str]:
    for piece in pieces:
        yield piece[:most]
        most -= len(piece)
        if most <= 0:
            return


def _tidy(text: str) -> str:
    """Without what no page can show, and without more than one empty line running."""
    shown = "".join(letter for letter in text if letter.isprintable() or letter in "\n\t")
    lines = (" ".join(line.split()) for line in shown.splitlines())
    return "\n".join(_without_gaps(lines)).strip()


def _without_gaps(lines: Iterable[str]) -> Iterator[str]:
    empty = False
    for line in lines:
        if line or not empty:
            yield line
        empty = not line


KINDS: tuple[tuple[bytes, Callable[[bytes], Iterator[str]]], ...] = ((b"%PDF", _pdf), (b"PK\x03\x04", _word))
