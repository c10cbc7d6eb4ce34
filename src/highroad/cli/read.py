"""`highroad read`: what one mail says, for a person or for a program; nothing is stored."""

import json as json_text
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from highroad.events.event import Reading
from highroad.events.recognise import read as read_message
from highroad.mail.message import Message
from highroad.mail.parse import from_parts, parse_pasted
from highroad.rejections.reading import silence_words

app = typer.Typer(add_completion=False)

# What the user wrote themselves has finer names inside than the contract has.
OUTSIDE = {"applied": "update", "thank_you": "update", "follow_up": "update", "accepted": "update", "note": "update"}
PARTS = ("from", "to", "subject", "date", "body")


@app.command()
def read(
    file: Annotated[str, typer.Argument(help="An .eml or text file; - or nothing reads what is piped in.")] = "-",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    jsonl: Annotated[Path | None, typer.Option("--jsonl", help="Read one JSON object a line, print one a line.")] = None,
) -> None:
    """Read one mail and explain what it says. Stores nothing."""
    if jsonl is not None:
        _read_lines(jsonl)
        return
    reading = read_message(parse_pasted(_contents(file)))
    if json:
        typer.echo(json_text.dumps(as_contract(reading), ensure_ascii=False))
    else:
        typer.echo("\n".join(_for_a_person(reading)))


def as_contract(reading: Reading) -> dict[str, Any]:
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
        "says": list(reading.says),
        "does_not_say": [silence_words(key) for key in reading.does_not_say],
        "people": [{"name": who.name, "email": who.email, "part": who.part} for who in reading.people],
        "language": reading.language,
        "evidence": reading.evidence,
        "problems": list(reading.problems),
    }
