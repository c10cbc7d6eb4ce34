"""`highroad read`: what one mail says, for a person or for a program; nothing is stored."""

import json as json_text
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from highroad.events.event import Person, Reading
from highroad.events.recognise import read as read_message
from highroad.mail.message import Message
from highroad.mail.parse import from_parts, parse_file
from highroad.rejections.explain import Explanation, explain

app = typer.Typer(add_completion=False)

# What the user wrote themselves has finer names inside than the contract has.
OUTSIDE = {"applied": "update", "thank_you": "update", "follow_up": "update", "accepted": "update", "note": "update"}


@app.command()
def read(
    file: Annotated[str, typer.Argument(help="An .eml or text file; - or nothing reads what is piped in.")] = "-",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    jsonl: Annotated[Path | None, typer.Option(help="Read one JSON object a line, print one a line.")] = None,
) -> None:
    """Read one mail and explain what it says. Stores nothing."""
    if jsonl is not None:
        for message in _messages(jsonl):
            typer.echo(_line(message))
        return
    message = parse_file(_contents(file))
    if json:
        typer.echo(_line(message))
    else:
        reading = read_message(message)
        typer.echo("\n".join(_for_a_person(reading, explain(message, reading))))


def as_contract(reading: Reading, explained: Explanation) -> dict[str, Any]:
    """The reading with the names that other programs rely on; what is not known is None."""
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
    }


def as_person(who: Person) -> dict[str, str | None]:
    """Someone as the contract has them; an unknown name or address is None."""
    return {"name": who.name or None, "email": who.email or None, "part": who.part}


def _line(message: Message) -> str:
    reading = read_message(message)
    return json_text.dumps(as_contract(reading, explain(message, reading)), ensure_ascii=False)


def _contents(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        sys.exit(f"{file} cannot be read: {error.strerror}.")


def _messages(file: Path) -> Iterator[Message]:
    """The mails of a JSONL file; a line that is no JSON object is read as an empty mail, so that lines stay in step."""
    try:
        opened = sys.stdin if str(file) == "-" else file.open(encoding="utf-8", errors="replace")
    except OSError as error:
        sys.exit(f"{file} cannot be read: {error.strerror}.")
    with opened:
        for line in opened:
            parts = _object(line)
            yield from_parts(
                sender=parts.get("from"),
                to=parts.get("to"),
                subject=parts.get("subject"),
                date=parts.get("date"),
                body=parts.get("body"),
            )


def _object(line: str) -> dict[str, Any]:
    try:
        found = json_text.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _for_a_person(reading: Reading, explained: Explanation) -> Iterator[str]:
    sure = "sure" if reading.sure else "not sure"
    yield f"{reading.kind} ({sure}, {reading.certainty:.0%} certain)"
    known = {"employer": reading.employer, "role": reading.role, "stage": reading.stage, "reason": reading.reason}
    yield from (f"{name}: {value}" for name, value in known.items() if value)
    if explained.says:
        yield "It says:"
        yield from (f'  "{said.quote}"' + (f"\n    {said.comment}" if said.comment else "") for said in explained.says)
    if explained.does_not_say:
        yield "It does not say: " + "; ".join(explained.does_not_say)
    yield from (f"{who.name or who.email} ({who.part})" for who in reading.people)
    yield from (f"Hard to read: {problem}" for problem in reading.problems)
