"""Finds numbers on a page that stand there without their source or the user's own record."""

import re
from html.parser import HTMLParser

EMPTY = {"input", "meta", "link", "br", "img", "circle", "line", "path", "rect", "text"}
QUOTED = {"blockquote", "time", "select", "textarea", "svg", "title", "nav", "summary", "script", "caption"}
CHANCE = re.compile(r"\b\d+ (?:to \d+ )?(?:of|in|times in) (?:100|a hundred|20)\b|\d ?%|\bper cent\b|\b1 in \d|\d\.\d")
NUMBER = re.compile(r"\d+")


class Element:
    """One element with its words and those beneath it; `has_source` when a source stands in it."""

    def __init__(self, name: str, above: "Element | None") -> None:
        self.name, self.above, self.words, self.has_source = name, above, "", False

    def blocks(self):
        one = self
        while one is not None and one.name != "main":
            yield one
            one = one.above


class Page(HTMLParser):
    """The words of a page's main part that are not quoted, each with the element they stand in."""

    def __init__(self) -> None:
        super().__init__()
        self.at: Element | None = None
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in EMPTY or (self.at is None and tag != "main"):
            return
        self.at = Element(tag, self.at)
        self.found.append(self.at)
        if "source" in (dict(attrs).get("class") or "").split():
            for one in self.at.blocks():
                one.has_source = True
            self.at.above.has_source = True

    def handle_endtag(self, tag: str) -> None:
        if self.at is not None and tag not in EMPTY:
            self.at = self.at.above

    def handle_data(self, text: str) -> None:
        if self.at is not None and not any(one.name in QUOTED for one in self.at.blocks()):
            self.at.words += text


def numbers_without_source(page: str, *, every: bool = False) -> list[str]:
    """Words with a chance, or with `every` any number, that no source stands by: in the same block, or its parent."""
    parser = Page()
    parser.feed(page)
    pattern = NUMBER if every else CHANCE
    return [one.words.strip() for one in parser.found if pattern.search(one.words) and not _is_told(one)]


def _is_told(one: Element) -> bool:
    return any(block.has_source for block in one.blocks()) or bool(one.above and _main_has(one))


def _main_has(one: Element) -> bool:
    """Whether a source stands directly in the main part beside what stands directly in it."""
    blocks = list(one.blocks())
    top = blocks[-1] if blocks else one
    return bool(top.above and top.above.has_source)
