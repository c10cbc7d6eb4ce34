"""Finds numbers on a page that stand there without their source or the user's own record."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

EMPTY = {"input", "meta", "link", "br", "img", "circle", "line", "path", "rect", "text"}
QUOTED = {"blockquote", "time", "select", "textarea", "svg", "title", "nav", "summary", "script", "caption"}
TOLD_WHOLE = {"figure", "table", "li", "p", "dd"}  # what a source within it speaks of
CHANCE = re.compile(
    r"\b\d+ (?:to \d+ )?(?:of|in|times in) (?:100|a hundred|20)\b|\d ?%|\bper cent\b|\b1 in \d|\d\.\d"
    r"|\bof (?:your|all) \d",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d+")


class Element:
    """One element with the words directly in it; `told` when a source speaks of it and of all beneath it."""

    def __init__(self, name: str, above: "Element | None", *, chip: bool) -> None:
        self.name, self.above, self.chip, self.words, self.told = name, above, chip, "", False
        self.beneath: list[Element] = []
        if above:
            above.beneath.append(self)

    def blocks(self) -> "Iterator[Element]":
        """It, and what it stands in, below the page's main part."""
        one = self
        while one.above is not None:
            yield one
            one = one.above

    def before(self) -> "Element | None":
        """Its sibling before; that of the bare box it opens, if it opens one."""
        for one in self.blocks():
            place = one.above.beneath.index(one)
            if place:
                return one.above.beneath[place - 1]
            if one.above.name != "div":
                return None
        return None


class Page(HTMLParser):
    """The words of a page's main part that are not quoted, each with the element they stand in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.at: Element | None = None
        self.found: list[Element] = []
        self.feed(page)
        for one in [one for one in self.found if one.chip]:
            _tell(one.above if one.name == "summary" else one)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in EMPTY or (self.at is None and tag != "main"):
            return
        self.at = Element(tag, self.at, chip="source" in (dict(attrs).get("class") or "").split())
        self.found.append(self.at)

    def handle_endtag(self, tag: str) -> None:
        if self.at is not None and tag not in EMPTY:
            self.at = self.at.above

    def handle_data(self, text: str) -> None:
        if self.at is not None and not any(one.name in QUOTED for one in self.at.blocks()):
            self.at.words += text


def _tell(chip: Element) -> None:
    """A source speaks of the figure, table, item or paragraph it stands in, and of what stands right before it."""
    within = next((one for one in list(chip.blocks())[1:] if one.name in TOLD_WHOLE), None)
    for one in (chip, chip.before(), within):
        if one:
            one.told = True


def numbers_without_source(page: str, *, every: bool = False) -> list[str]:
    """Words with a chance or a share, or with `every` any number, that no source speaks of."""
    pattern = NUMBER if every else CHANCE
    return [
        one.words.strip()
        for one in Page(page).found
        if pattern.search(one.words) and not any(block.told for block in one.blocks())
    ]
