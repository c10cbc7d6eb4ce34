"""The style sheet inside a mail: which classes and ids it hides, and which it gives a colour."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_LONGEST = 64 * 1024
_BRACE = re.compile(r"[{}]")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_SIMPLE = re.compile(r"[.#][\w-]+")
_LAST = re.compile(r"[.#]?[\w-]+\Z")
_HIDES = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_PAINTS = re.compile(r"(?:background|color)[\w-]*\s*:", re.I)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Names with their sign: ".pre" a class, "#top" an id, "td" a tag."""

    hiding: frozenset[str] = frozenset()
    painted: frozenset[str] = frozenset()

    def names(self, tag: str, attributes: Mapping[str, str]) -> list[str]:
        """What a rule may call this element."""
        if not self.hiding and not self.painted:
            return []
        classes = [f".{name}" for name in attributes.get("class", "")[:1000].split()]
        return [tag, *classes, f"#{attributes.get('id', '')}"]


def sheet_of(css: str, before: Sheet) -> Sheet:
    """The rules of `css` and those `before` it; what only holds on some screens, inside an @-rule, is left out."""
    rules = list(_rules(_COMMENT.sub("", css[:_LONGEST])))
    hiding = {name for names, said in rules if _HIDES.search(said) for name in names if _SIMPLE.fullmatch(name)}
    painted = {
        last[0] for names, said in rules if _PAINTS.search(said) for name in names if (last := _LAST.search(name))
    }
    return Sheet(before.hiding | hiding, before.painted | painted)


def _rules(css: str) -> Iterator[tuple[list[str], str]]:
    """The selectors and declarations of each rule that stands by itself."""
    depth, start, selector = 0, 0, ""
    for brace in _BRACE.finditer(css):
        words = css[start : brace.start()].strip()
        if brace[0] == "{":
            depth += 1
            selector = words if depth == 1 else selector
        else:
            if depth == 1 and not selector.startswith("@"):
                yield (
                    [name.strip().lower() if name[:1] not in ".#" else name.strip() for name in selector.split(",")],
                    words,
                )
            depth = max(0, depth - 1)
        start = brace.end()
