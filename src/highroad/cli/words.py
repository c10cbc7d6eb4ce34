"""`highroad words`: what a text of one's own says, for other programs; nothing is stored."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from highroad.cli.lines import lines_of
from highroad.words.crisis import level
from highroad.words.distortions import hints as hints_at
from highroad.words.tone import hot

app = typer.Typer(add_completion=False, help="What a text says, one JSON object a line. Stores nothing.")

Texts = Annotated[
    Path, typer.Option(help='Read one {"text"} a line, print one object a line; - reads what is piped in.')
]


@app.callback()
def _words() -> None:
    """What a text says, one JSON object a line. Stores nothing."""


@app.command()
def tone(jsonl: Texts) -> None:
    """What in each text reads hot to a stranger: the words and why."""
    for text in _texts(jsonl):
        found = hot(text)
        phrases = [{"words": heat.words, "why": heat.why} for heat in found]
        typer.echo(json.dumps({"hot": bool(found), "phrases": phrases}, ensure_ascii=False))


@app.command()
def crisis(jsonl: Texts) -> None:
    """How dark the words of each text are: explicit, heavy or none."""
    for text in _texts(jsonl):
        typer.echo(json.dumps({"level": level(text)}))


@app.command()
def hints(jsonl: Texts) -> None:
    """Which distortions each thought may show, at most two: the words that led there, and how certain."""
    for text in _texts(jsonl):
        found = [
            {"distortion": hint.distortion, "words": hint.words, "certainty": hint.certainty} for hint in hints_at(text)
        ]
        typer.echo(json.dumps({"hints": found}, ensure_ascii=False))


def _texts(file: Path) -> Iterator[str]:
    """The texts of a JSONL file; a line that holds none is an empty text, so that lines stay in step."""
    return map(_text, lines_of(file))


def _text(line: str) -> str:
    try:
        found: Any = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    text = found.get("text") if isinstance(found, dict) else None
    return _whole(text) if isinstance(text, str) else ""


def _whole(text: str) -> str:
    """The text with a sign in place of every half of a letter, which nothing could print."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
