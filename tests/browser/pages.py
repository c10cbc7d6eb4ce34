"""What must be true of every page, and a walk to all of them along their own links."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WIDE, PHONE, SMALLEST = (1280, 900), (390, 844), (320, 640)
AXE = """async (only) => {
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await axe.run({ resultTypes: ["violations"], runOnly: only ?? rules,
    rules: only ? {} : { "target-size": { enabled: true } } });
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id} at ${node.target.join(" ")}`));
}"""
RULES = {
    "light": None,
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}  # only colours differ
FACTS = """() => ({
  title: document.title,
  headings: document.querySelectorAll("h1").length,
  filled: [...document.querySelectorAll(".button:not(.plain, .bare)")].filter((one) => one.checkVisibility()).length,
  sample: document.querySelector(".sample")?.textContent ?? "",
  links: [...document.querySelectorAll("a[href]:not([download])")].map((one) => one.getAttribute("href")),
  targets: [...document.querySelectorAll("form")].map((one) => new URL(one.action).pathname),
  words: [...document.querySelectorAll("button, .button")].map((one) => one.textContent.trim()),
})"""
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return ["", ""];
  const all = [...document.querySelectorAll("*")];
  const name = `${all.indexOf(one)} ${one.tagName} ${(one.ariaLabel ?? one.textContent ?? "").trim().slice(0, 40)}`;
  const box = one.getBoundingClientRect();
  const drawn = [null, "::after"].map((part) => getComputedStyle(one, part)).filter((look) => look.content !== "none");
  const [x, y] = [box.left + Math.min(box.width, 40) / 2, box.top + Math.min(box.height, 40) / 2];
  const at = document.elementFromPoint(x, y);
  if (!at) return [name, "is out of sight"];
  if (!one.contains(at) && !at.contains(one) && !one.labels?.[0]?.contains(at)) return [name, "is covered"];
  const ringed = drawn.some((ring) => ring.outlineStyle !== "none" || ring.boxShadow !== "none");
  return [name, ringed ? "" : "has no ring"];
}"""
SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
ROOMS = "no|read|applications|people|events|import|letters|feedback|thoughts|mantras|actions|practice"
FIXED = "batch|new|csv|look-again|cards|every|mock|for"
ONE_OF_MANY = re.compile(rf"^/({ROOMS})/(?!(?:{FIXED})\b)[^/?]+")


@dataclass(slots=True)
class Seen:
    """One page as it was found, with everything wrong with it as a sentence."""

    path: str
    code: int
    facts: dict[str, Any]
    axe: list[str] = field(default_factory=list)
    sideways: bool = False


def walk(page: Page, home: str, *, first: Iterable[str]) -> Iterator[Seen]:
    """Follow every link from the first pages on, taking one of each shape, and look each page over."""
    ahead = list(first)
    known = {shape(path) for path in ahead}
    while ahead:
        path = ahead.pop(0)
        seen = visit(page, home, path)
        yield seen
        for link in seen.facts["links"]:
            if link.startswith("?"):
                link = path.partition("?")[0] + link
            if link.startswith("/") and shape(link) not in known:
                known.add(shape(link))
                ahead.append(link)


def visit(page: Page, home: str, path: str) -> Seen:
    """Go to a page and look it over."""
    answer = page.goto(home + path)
    assert answer, path
    return look_over(page, path, answer.status)


def look_over(page: Page, path: str, code: int) -> Seen:
    """Look at the page that is open: in both themes, on a desk, on a phone and on the smallest screen."""
    seen = Seen(path, code, page.evaluate(FACTS))
    page.evaluate(AXE_SCRIPT)
    for width, height in (WIDE, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        for theme, rules in RULES.items():
            page.emulate_media(color_scheme=theme)
            seen.axe += [f"{path} ({theme}, {width}): {found}" for found in page.evaluate(AXE, rules)]
    page.set_viewport_size({"width": SMALLEST[0], "height": SMALLEST[1]})
    seen.sideways = page.evaluate(SIDEWAYS)
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    return seen


def shape(link: str) -> str:
    """What kind of page a link leads to: its path without ids, and the names of what it asks."""
    path, _, asked = link.partition("#")[0].partition("?")
    path = re.sub(r"/\d+|(?<=/people)/(?!add)\w+", "/1", ONE_OF_MANY.sub(r"/\1/one", path))
    return "?".join([path, *sorted({part.partition("=")[0] for part in asked.split("&") if part})])


def unseen_on_the_way(page: Page) -> list[str]:
    """Tab through the page once; gives what has the focus and is out of sight, covered, or without a ring."""
    page.evaluate("() => { document.activeElement?.blur(); window.scrollTo(0, 0); }")
    unseen: list[str] = []
    met: set[str] = set()
    while True:
        page.keyboard.press("Tab")
        where, wrong = page.evaluate(FOCUSED)
        if not where or where in met:
            assert met, "the keys reach nothing"
            return unseen
        met.add(where)
        unseen += [f"{page.url.rpartition('/')[2]}: {where} {wrong}"] if wrong else []
