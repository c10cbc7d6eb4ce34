"""Which times of day a text names: "2:00-3:00 pm", "um 14 Uhr", "half drie", and the zone behind them."""

import re
from dataclasses import dataclass, replace
from datetime import time, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from highroad.events.details.flat import Flat
from highroad.events.details.tables import table

_NIGHT_ENDS = 7  # nobody is asked to come at three at night: 3 is 15:00, though 03:00 is not
_ABBREVIATED = 4  # letters; "ET" is a zone, "et" is a word
_LASTS = frozenset(("h", "heure", "heures", "horas"))  # what may tell how long it takes: "2 h"
_PART_BEFORE = 20  # letters
_BESIDE = re.compile(r"[\s,;:|(–-]{0,4}")  # between a day and a bare "14.30"
_NEXT = re.compile(r"\s*(?:$|[.,;!?)\n]|(?P<word>[^\W\d_]+))")
_PART = re.compile(
    r",?\s?(?:(?:in the|de la|da|del|della|de l'|du|di|am)\s?)?(?P<part>(?:'s )?[^\W\d_]+(?:-[^\W\d_]+)?)"
)
_ZONE = re.compile(
    r"[\s(,]*(?:(?:utc|gmt)\s?(?P<sign>[+-])\s?(?P<hours>1?\d)(?::?(?P<minutes>[0-5]\d))?(?!\d)|(?P<name>[a-z]{2,7}(?:\s+time)?)\b)"
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, or the first of a range, and where it stands."""

    at: time
    start: int
    end: int
    zone: tzinfo | None = None
    until: time | None = None  # the end of the range


def clocks(flat: Flat, begin: int, end: int, *, beside: int | None = None) -> list[Clock]:
    """Those between two places, in order; right behind `beside`, where a day ends, a bare "14.30" is one too."""
    written = [_written(match, flat, beside) for match in _times().finditer(flat.low, begin, end)]
    spoken = [_spoken(match, flat) for match in _SPOKEN.finditer(flat.low, begin, end)]
    return sorted((clock for clock in (*written, *spoken) if clock), key=_place)


def _place(clock: Clock) -> int:
    return clock.start


def _one_of(name: str) -> str:
    words = sorted(table("dates")["clock"][name].split(), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace("_", r"\s") for word in words) + ")"


def _number(place: int) -> str:
    return (
        rf"(?P<hour{place}>[01]?\d|2[0-3])(?:(?P<mark{place}>[:.])(?P<minute{place}>[0-5]\d))?(?!\d|[:.]\d)"
        rf"(?:\s?(?:(?P<half{place}>[ap])\.?m\b\.?|(?P<word{place}>{_one_of('words')}(?!\w)|[hu](?=[0-5]\d|\W|$))"
        rf"(?:\s?(?P<more{place}>[0-5]\d)(?!\d))?))?"
    )


@cache
def _times() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.:/€$£])(?:(?P<noon>noon|midday)\b|(?P<hour0>[01]\d|2[0-3])(?P<minute0>[0-5]\d)\s?h(?:rs|ours)?\b"
        rf"|(?P<between>{_one_of('between')}\s)?(?P<said>{_one_of('at')}\s|@\s?)?{_number(1)}"
        rf"(?:(?(between)\s{_one_of('and')}\s|(?:\s?[-–—]\s?|\s{_one_of('to')}\s))(?:las\s|le\s|les\s)?{_number(2)})?)"
    )


def _written(match: re.Match[str], flat: Flat, beside: int | None) -> Clock | None:
    if match["noon"] or match["hour0"]:
        at = time(12) if match["noon"] else time(int(match["hour0"]), int(match["minute0"]))
        return _with_zone(Clock(at, match.start(), match.end()), flat)
    part = _PART.match(flat.low, match.end())
    of_day = _parts().get(part["part"], "") if part else ""
    of_day = of_day or _earlier_part(flat.low, match.start())
    if not _is_time(match, beside, of_day):
        return None
    last = _of_day(match, 2, of_day) if match["hour2"] else None
    first = _of_day(match, 1, of_day, before=last)
    return _with_zone(Clock(first, match.start(), part.end() if part and of_day else match.end(), until=last), flat)


@cache
def _parts() -> dict[str, str]:
    return {word.replace("_", " "): name for name, words in table("dates")["parts"].items() for word in words.split()}


def _earlier_part(low: str, start: int) -> str:
    """The part of the day right before: "tomorrow morning at 6"."""
    words = low[max(0, start - _PART_BEFORE) : start].split()[-1:]
    return next((_parts()[word] for word in words if word in _parts()), "")


def _is_time(match: re.Match[str], beside: int | None, of_day: str) -> bool:
    """Whether it is no other number: by a sign on it, by a word before it, or by its place."""
    said = match["said"] or match["between"]
    if any(match[f"half{place}"] or match[f"mark{place}"] == ":" for place in (1, 2)):
        return True
    if any(match[f"word{place}"] for place in (1, 2)):
        lasts = match["word1"] in _LASTS and int(match["hour1"]) < _NIGHT_ENDS and not match["more1"]
        return bool(said) or not lasts
    if match["minute1"]:
        return bool(said or match["minute2"]) or _stands_beside(match, beside)
    return bool(said) and (bool(of_day) or _stands_bare(match))


def _stands_beside(match: re.Match[str], beside: int | None) -> bool:
    return beside is not None and bool(_BESIDE.fullmatch(match.string, beside, match.start()))


def _stands_bare(match: re.Match[str]) -> bool:
    """Whether nothing behind the hour is counted by it: "at 11 on Friday", not "at 11 sites"."""
    behind = _NEXT.match(match.string, match.end())
    word = behind["word"] if behind else None
    return behind is not None and (not word or word in _follows())


@cache
def _follows() -> frozenset[str]:
    dates = table("dates")
    return frozenset((*dates["clock"]["next"].split(), *dates["zones"], *dates["places"]))


def _of_day(match: re.Match[str], place: int, of_day: str, *, before: time | None = None) -> time:
    """The time of day; `before` is the end of its range, which tells whether the 2 of "2-3 pm" is one at night."""
    hour, minute = int(match[f"hour{place}"]), int(match[f"minute{place}"] or match[f"more{place}"] or 0)
    half = match[f"half{place}"] or {"afternoon": "p", "morning": "a"}.get(of_day)
    if half is None and before is not None and match["half2"]:
        half = "p" if before.hour >= 12 and hour <= before.hour % 12 else "a" if hour < 12 else None
    if half:
        return time(hour % 12 + (12 if half == "p" or hour > 12 else 0), minute)
    bare = 0 < hour < _NIGHT_ENDS and not match[f"hour{place}"].startswith("0")
    early = bool(match["word1"] or match["word2"]) and (hour == _NIGHT_ENDS - 1 or minute)  # "6 Uhr", "5:40 Uhr"
    return time(hour + 12 if bare and not early else hour, minute)


_SPOKEN = re.compile(
    r"(?<!\w)(?:(?:half|halb|quarter|viertel|kwart)(?:\s(?:past|to|nach|vor|over|voor))?\s[^\W_]+"
    r"|[^\W\d_]+\s(?:uhr|uur|o'clock))(?!\w)"
)


@cache
def _told() -> dict[str, time]:
    """Every time as it is spoken: "half past two", "halb drei", "drei uhr"."""
    dates = table("dates")
    told: dict[str, time] = {}
    for language, phrases in dates["spoken"].items():
        for hour, word in enumerate(dates["hours"][language].split(), start=1):
            for phrase, minutes in {**phrases, "": 0}.items():
                late = hour + 12 if hour < _NIGHT_ENDS else hour
                at = time(*divmod(late * 60 + minutes, 60))
                names = (
                    (f"{phrase} {word}", f"{phrase} {hour}")
                    if phrase
                    else (f"{word} uhr", f"{word} uur", f"{word} o'clock")
                )
                told |= dict.fromkeys(names, at)
    return told


def _spoken(match: re.Match[str], flat: Flat) -> Clock | None:
    at = _told().get(match[0])
    return _with_zone(Clock(at, match.start(), match.end()), flat) if at else None


def _with_zone(clock: Clock, flat: Flat) -> Clock:
    return replace(clock, zone=_zone_behind(flat, clock.end))


def _zone_behind(flat: Flat, end: int) -> tzinfo | None:
    match = _ZONE.match(flat.low, end)
    if match is None:
        return None
    if match["hours"]:
        ahead = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
        return timezone(-ahead if match["sign"] == "-" else ahead)
    name, written = match["name"], flat.text[match.start("name") : match.end("name")]
    if len(name) <= _ABBREVIATED and not written.isupper() and not flat.low[:end].endswith(("am", "pm", "m.")):
        return None
    return _zone(name)


@cache
def _zone(name: str) -> tzinfo | None:
    hours, place = table("dates")["zones"].get(name), table("dates")["places"].get(name)
    try:
        return timezone(timedelta(hours=hours)) if hours is not None else ZoneInfo(place) if place else None
    except (ValueError, OSError, KeyError):  # no zone tables on this computer
        return None
