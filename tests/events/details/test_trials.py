"""Every made-up mail of the tables beside this file is read as its table says."""

import tomllib
from datetime import UTC, datetime
from email.utils import parseaddr
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from highroad.events.details import Details, employer_key, read_details, role_key
from highroad.events.event import Kind
from highroad.events.prepared import prepare
from highroad.mail.message import Address, Message
from tests.cast import ANA

SENT_AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday
NOT_YET = {"english: Outcome of your interview": "of two titles, one in the other, the shorter is taken"}
TRIALS = [
    pytest.param(trial, id=f"{table.stem}: {trial['subject']}")
    for table in sorted(Path(__file__).parent.glob("*.toml"))
    for trial in tomllib.loads(table.read_text(encoding="utf-8"))["mail"]
]


def details_of(trial: dict[str, Any]) -> Details:
    name, email = parseaddr(trial["from"])
    message = Message(
        key="trial",
        sender=Address(name, email.lower()),
        to=(ANA,),
        subject=trial["subject"],
        sent_at=SENT_AT,
        text=trial["body"].strip(),
        calendars=tuple(trial.get("calendars", ())),
    )
    return read_details(prepare(message), Kind(trial["kind"]), mine=frozenset({ANA.email}))


def test_there_are_enough_trials() -> None:
    assert len(TRIALS) >= 150


def trials() -> list[ParameterSet]:
    """Each trial, and those that are known to be misread."""
    assert NOT_YET.keys() <= {one.id for one in TRIALS}
    known = {name: [pytest.mark.xfail(reason=why, strict=True)] for name, why in NOT_YET.items()}
    return [pytest.param(*one.values, id=one.id, marks=known.get(str(one.id), [])) for one in TRIALS]


@pytest.mark.parametrize("trial", trials())
def test_a_trial_is_read_as_its_table_says(trial: dict[str, Any]) -> None:
    told = details_of(trial)

    assert told.employer == trial.get("employer") or employer_key(told.employer or "") == employer_key(
        trial.get("employer", "")
    )
    assert role_key(told.role or "") == role_key(trial.get("role", ""))
    assert told.reason == trial.get("reason")
    assert told.stage == trial.get("stage", told.stage)
    assert told.requisition == trial.get("requisition", told.requisition)
    assert moment(told) == trial.get("happens_at", moment(told))


@pytest.mark.parametrize("trial", [param for param in TRIALS if "people" in param.values[0]])
def test_the_people_of_a_trial_are_met_and_no_others(trial: dict[str, Any]) -> None:
    told = details_of(trial)

    parts = {person.name: person.part for person in told.people}
    wanted = [who.rpartition(" ") if who.split()[-1].islower() else (who, "", "") for who in trial["people"]]
    assert sorted(parts) == sorted(name for name, _, _ in wanted)
    assert all(part in ("", parts[name]) for name, _, part in wanted)


def moment(told: Details) -> str:
    return told.happens_at.strftime("%Y-%m-%dT%H:%M") if told.happens_at else ""
