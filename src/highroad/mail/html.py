"""The words of an HTML mail as plain lines; nothing of it is ever rendered."""

import re
from dataclasses import dataclass, field

from lxml import etree

MAX_HTML = 2_000_000
_BLOCKS = frozenset(
    "address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4"
    " h5 h6 header hr html legend li main nav ol p pre section table tbody tfoot thead tr ul".split()
)
_APART = frozenset("h1 h2 h3 h4 h5 h6 ol p pre table ul blockquote".split())
_CELLS = frozenset(("td", "th"))
_UNSEEN = frozenset(
    "script style head title template noscript svg math object iframe audio video select option textarea map".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)", re.I)
_FLAT = re.compile(r"max-height\s*:\s*0(?:px)?\s*(?:;|!|$)", re.I)
_QUOTES = ("gmail_quote", "protonmail_quote", "moz-cite", "yahoo_quoted")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_TAG = re.compile(r"<[^<>]*>?")


def html_text(html: str) -> tuple[str, bool]:
    """The visible words, blocks on lines of their own, quoted blocks marked with ">"; and whether all was in order."""
    reader = _Reader()
    parser = etree.HTMLParser(target=reader, recover=True, huge_tree=True)
    try:
        parser.feed(html[:MAX_HTML])
        parser.close()
    except (etree.LxmlError, ValueError, AssertionError):
        return without_tags(html), False
    text = reader.text()
    if text or not html.strip():
        return text, len(html) <= MAX_HTML
    return without_tags(html) if "<!--" in html and "-->" not in html else reader.pictures(), True


def without_tags(html: str) -> str:
    """The bare words of HTML too broken to be read as such."""
    return _BLANKS.sub(" ", _TAG.sub(" ", html[:MAX_HTML])).strip()


@dataclass(slots=True)
class _Reader:
    """Hears tags and words one after the other and writes the lines down; no tree is built."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)  # the tags open inside something unseen
    quotes: list[int] = field(default_factory=list)  # how many tags are open inside each quoted block
    kept: int = 0  # <pre> open
    alts: list[str] = field(default_factory=list)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self.hidden:
            if tag not in _VOID:
                self.hidden.append(tag)
            return
        if tag not in _VOID and (tag in _UNSEEN or (attributes and _is_hidden(attributes))):
            self.hidden.append(tag)
            return
        if tag in _BLOCKS:
            self._break(apart=tag in _APART)
        elif tag in _CELLS:
            self.line.append(" ")
        elif tag == "img" and attributes.get("alt"):
            self.alts.append(attributes["alt"])
        if tag == "li":
            self.line.append("- ")
        elif tag == "pre":
            self.kept += 1
        elif tag == "blockquote" and (self.quotes or _is_quote(attributes)):
            self.quotes.append(0)

    def end(self, tag: str) -> None:
        if self.hidden:
            if tag in self.hidden:
                while self.hidden.pop() != tag:
                    pass
            return
        if tag in _BLOCKS and tag != "br":
            self._break(apart=tag in _APART)
        if tag == "pre":
            self.kept = max(0, self.kept - 1)
        elif tag == "blockquote" and self.quotes:
            self.quotes.pop()

    def data(self, words: str) -> None:
        if self.hidden:
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
        written = words.rstrip() if self.kept else _BLANKS.sub(" ", words).strip()
        self.line.clear()
        if written and written != "-":
            self.lines.append("> " * len(self.quotes) + written if self.quotes else written)
        elif apart and self.lines and self.lines[-1]:
            self.lines.append("")

    def text(self) -> str:
        return "\n".join(self.lines).strip()

    def pictures(self) -> str:
        """What the pictures of a mail made of pictures say."""
        return "\n".join(_BLANKS.sub(" ", words).strip() for words in self.alts).strip()


def _is_hidden(attributes: dict[str, str]) -> bool:
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    if not style or ":" not in style:
        return False
    return bool(_HIDING.search(style[:2000])) or ("overflow" in style and bool(_FLAT.search(style[:2000])))


def _is_quote(attributes: dict[str, str]) -> bool:
    return attributes.get("type") == "cite" or any(name in attributes.get("class", "") for name in _QUOTES)
