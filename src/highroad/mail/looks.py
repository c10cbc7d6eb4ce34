"""What CSS hides: whether a person would see the words of an element."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from highroad.mail.sheets import Sheet

_LONGEST = 2_000  # letters of one style; more is no style
_WHITE = "#ffffff"
_CLEAR = "transparent"
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_ESCAPE = re.compile(r"\\([0-9a-f]{1,5})\s?", re.I)
_NONE = re.compile(r"[+]?0*\.?0*(?:px|pt|em|rem|%)?\Z")
_FAR = re.compile(r"-\s?(?:\d{4,}|[5-9]\d\d|\d\d+(?:em|rem))")
_HEX = re.compile(r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+)%?)?\s*\)")
_NAME = re.compile(r"[a-z]+")
_AWAY = ("left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top")
_CUT = ("height", "max-height", "width", "max-width")
_AS_BEFORE = ("", "none", "inherit", "initial", "unset", "transparent")
_NO_COLOUR = ("inherit", "initial", "unset", "currentcolor")


@dataclass(frozen=True, slots=True)
class Look:
    """How an element is shown; all but `gone` can be undone by an element inside it. None is a colour not known."""

    gone: bool = False
    tiny: bool = False
    ink: str | None = None
    paper: str | None = _WHITE

    @property
    def unseen(self) -> bool:
        """Whether words standing here are not seen."""
        return self.gone or self.tiny or self.ink == _CLEAR or (self.ink is not None and self.ink == self.paper)


@dataclass(frozen=True, slots=True)
class _Said:
    """What one style says; None where it says nothing."""

    gone: bool = False
    shown: bool = False  # by a display of its own
    tiny: bool | None = None
    ink: str | None = None
    paper: str | None = None  # empty: a picture or something else we cannot judge


_NOTHING = _Said()
GONE = Look(gone=True)


def look_of(tag: str, attributes: Mapping[str, str], within: Look, sheet: Sheet) -> Look:
    """How an element with these attributes looks inside one that looks like `within`."""
    if within.gone or "hidden" in attributes:
        return GONE
    style = attributes.get("style")
    said = _said(style[:_LONGEST]) if style and ":" in style else _NOTHING
    names = sheet.names(tag, attributes)
    if said.gone or (not said.shown and not sheet.hiding.isdisjoint(names)):
        return GONE
    paper = said.paper if said.paper is not None else _attribute_paper(attributes)
    ink = said.ink or _colour(attributes.get("color", "").lower())
    look = within
    if not sheet.painted.isdisjoint(names):
        look = replace(look, ink=None, paper=None)
    if paper is not None or ink or said.tiny is not None:
        look = Look(
            tiny=look.tiny if said.tiny is None else said.tiny,
            ink=ink or look.ink,
            paper=look.paper if paper is None else paper or None,
        )
    return look


def _attribute_paper(attributes: Mapping[str, str]) -> str | None:
    if attributes.get("background"):
        return ""
    return _colour(attributes.get("bgcolor", "").lower())


@lru_cache(maxsize=1024)
def _said(style: str) -> _Said:
    """A style as far as it hides; mail repeats the same few styles in every line."""
    rules = declarations(style)
    return _Said(
        gone=_is_gone(rules),
        shown="display" in rules,
        tiny=_is_tiny(rules),
        ink=_colour(rules.get("color", "")),
        paper=_paper(rules),
    )


def declarations(style: str) -> dict[str, str]:
    """The last value of each property, in lower case; one that is !important is not overruled."""
    if "/*" in style or "\\" in style:
        style = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), _COMMENT.sub("", style))
    rules: dict[str, str] = {}
    important: set[str] = set()
    for declaration in style.lower().split(";"):
        name, _, value = declaration.partition(":")
        name, (value, mark, _) = name.strip(), value.partition("!")
        if mark or name not in important:
            rules[name] = value.strip()
            important |= {name} if mark else set()
    return rules


def _is_gone(rules: Mapping[str, str]) -> bool:
    if rules.get("display") == "none" or rules.get("visibility") in ("hidden", "collapse"):
        return True
    if "opacity" in rules and _NONE.match(rules["opacity"]) and rules["opacity"]:
        return True
    if rules.get("overflow") == "hidden" and any(name in rules and _is_none(rules[name]) for name in _CUT):
        return True
    if rules.get("clip", "").startswith("rect(") and "absolute" in rules.get("position", ""):
        return len(set(re.findall(r"\d+", rules["clip"]))) == 1
    if re.match(r"inset\((?:50|100)%|circle\(0", rules.get("clip-path", "")):
        return True
    return any(name in rules and _FAR.match(rules[name]) for name in _AWAY)


def _is_none(value: str) -> bool:
    return bool(value) and bool(_NONE.match(value))


def _is_tiny(rules: Mapping[str, str]) -> bool | None:
    """Letters of no size, or of one pixel, which is how a line for the preview is hidden."""
    size = rules.get("font-size") or rules.get("font", "").partition("/")[0].rpartition(" ")[2]
    return (_is_none(size) or size == "1px") if size else None


def _paper(rules: Mapping[str, str]) -> str | None:
    value = rules.get("background-color") or rules.get("background", "")
    if "url(" in value or "gradient" in value or rules.get("background-image", "none") != "none":
        return ""
    return None if value in _AS_BEFORE else _colour(value) or ""


def _colour(value: str) -> str | None:
    """One name for each colour; all that is nearly white is white."""
    if not value or value in _NO_COLOUR:
        return None
    rgb, found = _RGB.search(value), _HEX.search(value)
    if rgb:
        red, green, blue = (min(int(part), 255) for part in rgb.groups()[:3])
        return _CLEAR if rgb[4] is not None and not float(rgb[4].strip(".") or 0) else _near(red, green, blue)
    if found:
        digits = found[0][1:]
        digits = digits if len(digits) > 4 else "".join(2 * digit for digit in digits)
        return _CLEAR if digits[6:] == "00" else _near(*(int(digits[at : at + 2], 16) for at in (0, 2, 4)))
    name = _NAME.match(value)
    return {"white": _WHITE, "black": "#000000"}.get(name[0], name[0]) if name else None


def _near(*parts: int) -> str:
    return _WHITE if min(parts) >= 0xF8 else "#" + "".join(f"{part:02x}" for part in parts)
