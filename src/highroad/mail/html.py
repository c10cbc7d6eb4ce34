"""The words of an HTML mail as plain lines; nothing of it is ever rendered."""

import re
from dataclasses import dataclass, field

from lxml import etree

from highroad.mail.looks import GONE, Look, look_of
from highroad.mail.sheets import Sheet, sheet_of
from highroad.mail.tidy import usual_letters

_BLOCKS = frozenset(
    "address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4"
    " h5 h6 header hr html legend li main nav ol p pre section table tbody tfoot thead tr ul".split()
)
_APART = frozenset("h1 h2 h3 h4 h5 h6 ol p pre table ul blockquote".split())
_CELLS = frozenset(("td", "th"))
_UNSEEN = frozenset(
    "script style head title template svg math object iframe audio video select option textarea map".split()
)
_PIXEL = ("0", "1")  # as wide as a picture that only counts readers
_MAX_ARROWS = 5
_MAX_DEPTH = 500
_MAX_TAGS = 150_000
_PIECE = 16 * 1024  # between two pieces the reader can say that it is enough
_QUOTES = ("gmail_quote", "protonmail_quote", "moz-cite", "yahoo_quoted")
_TAG = re.compile(r"<[^<>]*>?")


def html_text(html: str) -> tuple[str, bool]:
    """The visible words, blocks on lines of their own, quoted blocks marked with ">"; and whether all was in order."""
    if not html.strip():
        return "", True
    reader = _Reader()
    parser = etree.HTMLParser(target=reader, recover=True, huge_tree=True)
    try:
        for at in range(0, len(html), _PIECE):
            parser.feed(html[at : at + _PIECE])
        parser.close()
    except (_TooMuch, etree.LxmlError, ValueError, AssertionError):
        return without_tags(html), False
    text = reader.text()
    if text:
        return text, True
    return without_tags(html) if "<!--" in html and "-->" not in html else reader.pictures(), True


def without_tags(html: str) -> str:
    """The bare words of HTML too broken to be read as such."""
    return " ".join(_TAG.sub(" ", html).split())


class _TooMuch(Exception):
    """Closing one of n open tags takes the parser n steps, and every tag some."""


@dataclass(slots=True)
class _Reader:
    """Hears tags and words one after the other and writes the lines down; no tree is built."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    looks: list[Look] = field(default_factory=lambda: [Look()])  # of each tag open, and of the page
    sheet: Sheet = field(default_factory=Sheet)
    css: list[str] | None = None  # of the <style> open
    tags: int = 0  # met so far
    quotes: int = 0  # quoted blocks open
    kept: int = 0  # <pre> open
    alts: list[str] = field(default_factory=list)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.tags += 1
        if self.tags > _MAX_TAGS or len(self.looks) > _MAX_DEPTH:
            raise _TooMuch
        look = self.looks[-1]
        if tag in _UNSEEN:
            look = GONE
            self.css = [] if tag == "style" else self.css
        elif attributes or self.sheet.painted:
            look = look_of(tag, attributes, look, self.sheet)
        self.looks.append(look)
        if look.gone:
            return
        if tag in _BLOCKS:
            self._break(apart=tag in _APART or tag == "br")
            self._open_block(tag, attributes)
        elif tag in _CELLS:
            self.line.append(" ")
        elif tag == "img" and attributes.get("alt") and attributes.get("width") not in _PIXEL:
            self.alts.append(attributes["alt"])

    def _open_block(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "li":
            self.line.append("- ")
        elif tag == "pre":
            self.kept += 1
        elif tag == "blockquote" and (self.quotes or _is_quote(attributes)):
            self.quotes += 1

    def end(self, tag: str) -> None:
        look = self.looks.pop() if len(self.looks) > 1 else self.looks[0]
        if tag == "style" and self.css is not None:
            self.sheet, self.css = sheet_of("".join(self.css), self.sheet), None
        if not look.gone and tag in _BLOCKS and tag != "br":
            self._break(apart=tag in _APART)
            self.kept = max(0, self.kept - (tag == "pre"))
            self.quotes = max(0, self.quotes - (tag == "blockquote"))

    def data(self, words: str) -> None:
        if self.css is not None:
            self.css.append(words)
        if self.looks[-1].unseen:
            return
        if self.kept:
            first, *more = words.split("\n")
            self.line.append(first)
            for line in more:
                self._break()
                self.line.append(line)
        else:
            self.line.append(words)

    def comment(self, _words: str) -> None:
        """Comments are not for the reader of a mail."""

    def pi(self, _target: str, _words: str | None = None) -> None:
        """Nor are instructions for programs."""

    def close(self) -> None:
        self._break()

    def _break(self, *, apart: bool = False) -> None:
        """End the line; `apart` leaves one empty line between."""
        words = "".join(self.line)
        self.line.clear()
        written = words.rstrip() if self.kept else " ".join(usual_letters(words).split())
        if written and written != "-":
            self.lines.append("> " * min(self.quotes, _MAX_ARROWS) + written if self.quotes else written)
        elif apart and self.lines and self.lines[-1]:
            self.lines.append("")

    def text(self) -> str:
        return "\n".join(self.lines).strip()

    def pictures(self) -> str:
        """What the pictures of a mail made of pictures say."""
        return "\n".join(" ".join(words.split()) for words in self.alts).strip()


def _is_quote(attributes: dict[str, str]) -> bool:
    return attributes.get("type") == "cite" or any(name in attributes.get("class", "") for name in _QUOTES)
