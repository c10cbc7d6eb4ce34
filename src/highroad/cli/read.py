"""`highroad read`: what one mail says, for a person or for a program; nothing is stored."""

import json as json_text
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from highroad.applications.origin import doubts_about
from highroad.cli.lines import lines_of
from highroad.events.event import NOT_ABOUT, Person, Reading
from highroad.events.recognise import event_of, is_mine
from highroad.events.recognise import read as read_message
from highroad.events.why import Why, why
from highroad.mail.lines import from_json_line
from highroad.mail.message import Message
from highroad.mail.parse import parse_file
from highroad.rejections.explain import Explanation, explain
from highroad.words.content import load_toml

app = typer.Typer(add_completion=False)

# What the user wrote themselves has finer names inside than the contract has.
OUTSIDE = {"applied": "update", "thank_you": "update", "follow_up": "update", "accepted": "update", "note": "update"}


@dataclass(frozen=True, slots=True)
class Told:
    """One mail read, with all that is to be told about it; a doubted one is never sure."""

    reading: Reading
    explained: Explanation
    why: Why
    unverified: tuple[str, ...]  # sentences: why it may not come from whom it says
    own: bool  # written by the user


@app.command()
def read(
    file: Annotated[str, typer.Argument(help="An .eml or text file; - or nothing reads what is piped in.")] = "-",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    jsonl: Annotated[Path | None, typer.Option(help="Read one JSON object a line, print one a line.")] = None,
    mine: Annotated[list[str] | None, typer.Option(help="An address of yours; mail from it is your own.")] = None,
) -> None:
    """Read one mail and explain what it says. Stores nothing."""
    addresses = frozenset(address.strip().lower() for address in mine or ())
    if jsonl is not None:
        for message in _messages(jsonl):
            typer.echo(_line(_told(message, addresses)))
        return
    told = _told(parse_file(_contents(file)), addresses)
    typer.echo(_line(told) if json else "\n".join(_for_a_person(told)))


def _told(message: Message, mine: frozenset[str]) -> Told:
    reading = read_message(message, mine=mine)
    own = is_mine(message, mine)
    words = load_toml("highroad.cli", "content/read.toml")["unverified"]
    sender = message.sender.domain if message.sender else ""
    doubts = doubts_about(event_of(message, reading, outgoing=own), ())
    return Told(
        reading=replace(reading, sure=False) if doubts else reading,
        explained=explain(message, reading),
        why=why(message, reading, own=own),
        unverified=tuple(words[doubt].format(sender=sender, reply=message.reply_domain) for doubt in doubts),
        own=own,
    )


def as_contract(told: Told) -> dict[str, Any]:
    """The reading with the names that other programs rely on; what is not known is None."""
    reading, explained = told.reading, told.explained
    return {
        "kind": OUTSIDE.get(reading.kind, str(reading.kind)),
        "certainty": round(reading.certainty, 4),
        "sure": reading.sure,
        "employer": reading.employer,
        "role": reading.role,
        "stage": reading.stage,
        "reason": reading.reason,
        "reason_quote": reading.reason_quote,
        "says": [said.quote for said in explained.says],
        "does_not_say": list(explained.does_not_say),
        "people": [as_person(who) for who in reading.people],
        "language": reading.language,
        "evidence": reading.evidence,
        "problems": list(reading.problems),
        "unverified": list(told.unverified),
        "requisition": reading.requisition,
        "happens_at": reading.happens_at.isoformat() if reading.happens_at else None,
        "why": [{"quote": sign.quote, "why": sign.why} for sign in told.why.signs],
        "only_if": list(told.why.only_if),
    }


def as_person(who: Person) -> dict[str, str | None]:
    """Someone as the contract has them; an unknown name or address is None."""
    return {"name": who.name or None, "email": who.email or None, "part": who.part}


def _line(told: Told) -> str:
    return json_text.dumps(as_contract(told), ensure_ascii=False)


def _contents(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        sys.exit(f"{file} cannot be read: {error.strerror}.")


def _messages(file: Path) -> Iterator[Message]:
    """The mails of a JSONL file; a line that is no JSON object is read as an empty mail, so that lines stay in step."""
    return (from_json_line(line, number) for number, line in enumerate(lines_of(file), 1))


def _for_a_person(told: Told) -> Iterator[str]:
    reading, explained = told.reading, told.explained
    sure = "sure" if reading.sure else "not sure"
    yield f"{reading.kind} ({sure}, {reading.certainty:.0%} certain)"
    yield from (f"unverified: {sentence}" for sentence in told.unverified)
    yield from (f"{name}: {value}" for name, value in _known(reading) if value)
    if explained.says:
        yield "It says:"
        yield from (f'  "{said.quote}"' + (f"\n    {said.comment}" if said.comment else "") for said in explained.says)
    yield from _because(told)
    if explained.does_not_say:
        yield "It does not say: " + "; ".join(explained.does_not_say)
    yield from (f"{who.name or who.email} ({who.part})" for who in reading.people)
    yield from (f"Hard to read: {problem}" for problem in reading.problems)


def _known(reading: Reading) -> tuple[tuple[str, str | None], ...]:
    at = reading.happens_at
    return (
        ("employer", reading.employer),
        ("role", reading.role),
        ("requisition", reading.requisition),
        ("stage", reading.stage),
        ("happens at", f"{at:%Y-%m-%d %H:%M} {at.tzname() or ''}".rstrip() if at else None),
        ("reason", reading.reason),
    )


def _because(told: Told) -> Iterator[str]:
    """The clauses that count, or that none does; and what looks like a no and is none."""
    words = load_toml("highroad.cli", "content/read.toml")["why"]
    if told.why.signs:
        yield words["for_it"]
        yield from (f'  "{sign.quote}": {sign.why}' for sign in told.why.signs)
    elif told.own:
        yield words["own"]
    else:
        yield words["nothing" if told.reading.kind in NOT_ABOUT else "as_a_whole"]
    if told.why.only_if:
        yield words["only_if"]
        yield from (f'  "{sentence}"' for sentence in told.why.only_if)
