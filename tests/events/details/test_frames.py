"""Employer and role are read in the frames of hiring systems, whatever else their names mean elsewhere."""

import re
import tomllib
from pathlib import Path

import pytest

from highroad.events.details import Details, employer_key, read_details, role_key
from highroad.events.event import Kind
from highroad.events.prepared import prepare
from highroad.mail.parse import from_parts
from tests.cast import ANA

TABLE = tomllib.loads((Path(__file__).parent / "tables/frames.toml").read_text(encoding="utf-8"))
FRAMES = [pytest.param(frame, id=f"{frame['from']}: {frame['subject']}") for frame in TABLE["frame"]]
MOST_MISREAD = 1  # of all the names in a frame

Names = dict[str, str]


def filled() -> list[Names]:
    """Every firm, each with one of the roles."""
    roles, stellen = TABLE["roles"], TABLE["stellen"]
    return [
        {
            "firm": firm,
            "role": roles[at % len(roles)],
            "stelle": stellen[at % len(stellen)],
            "domain": re.sub(r"\W", "", firm.lower()),
        }
        for at, firm in enumerate(TABLE["firms"])
    ]


def details_of(frame: dict[str, str], names: Names) -> Details:
    sender, subject, body = (frame[part].format(**names) for part in ("from", "subject", "body"))
    mail = prepare(from_parts(sender, f"{ANA.name} <{ANA.email}>", subject, None, body))
    return read_details(mail, Kind(frame["kind"]), mine=frozenset({ANA.email}))


def test_there_are_enough_frames() -> None:
    assert len(FRAMES) * len(TABLE["firms"]) >= 200


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_tells_the_employer_whatever_its_name(frame: dict[str, str]) -> None:
    told = {names["firm"]: details_of(frame, names).employer for names in filled()}

    misread = {firm: name for firm, name in told.items() if employer_key(name or "") != employer_key(firm)}
    assert len(misread) <= MOST_MISREAD, misread


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_tells_the_role_whatever_its_name(frame: dict[str, str]) -> None:
    """A role that stands elsewhere as a plain noun ("your recruiter") is still the role here."""
    asked = "stelle" if "{stelle}" in frame["subject"] + frame["body"] else "role"
    told = {names[asked]: details_of(frame, names).role for names in filled()}

    misread = {role: title for role, title in told.items() if role_key(title or "") != role_key(role)}
    assert len(misread) <= MOST_MISREAD, misread
