"""What each hiring system publishes: from a feed's text to postings, one reader for each, all of the same shape."""

from highroad.steps.keep_going.openings.feed import System
from highroad.steps.keep_going.openings.systems import (
    ashby,
    greenhouse,
    lever,
    page,
    personio,
    recruitee,
    teamtailor,
    workable,
)
from highroad.steps.keep_going.openings.systems.fields import Board, Found, NotThisFormat

READERS: dict[System, Board] = {
    System.GREENHOUSE: greenhouse,
    System.LEVER: lever,
    System.ASHBY: ashby,
    System.WORKABLE: workable,
    System.RECRUITEE: recruitee,
    System.PERSONIO: personio,
    System.TEAMTAILOR: teamtailor,
    System.PAGE: page,
}


def read_feed(system: System, text: str, *, address: str) -> Found:
    """Every posting a feed holds, odd ones left out and counted; raises NotThisFormat."""
    return READERS[system].read(text, address=address)


__all__ = ["READERS", "Board", "Found", "NotThisFormat", "read_feed"]
