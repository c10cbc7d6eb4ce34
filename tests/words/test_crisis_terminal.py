"""`highroad words crisis`: one level a line, whatever the line holds."""

import json
from pathlib import Path

from typer.testing import CliRunner

from highroad.cli.words import app


def levels(folder: Path, *lines: str) -> list[str]:
    file = folder / "texts.jsonl"
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    told = CliRunner().invoke(app, ["crisis", "--jsonl", str(file)], catch_exceptions=False)
    return [json.loads(line)["level"] for line in told.stdout.splitlines()]


def test_each_text_has_its_level_in_order(tmp_path: Path):
    texts = ["I want to die.", "I see no way out.", "I cried all evening."]

    told = levels(tmp_path, *(json.dumps({"text": text}) for text in texts))

    assert told == ["explicit", "heavy", "none"]


def test_a_line_without_a_text_keeps_its_place(tmp_path: Path):
    assert levels(tmp_path, "no json", '{"text": 7}', '{"text": "Ich will sterben."}') == ["none", "none", "explicit"]


def test_the_first_line_is_read_behind_the_mark_some_programs_begin_a_file_with(tmp_path: Path):
    lines = ['\ufeff{"text": "I want to die."}', '{"text": "I cried all evening."}']
    piped = CliRunner().invoke(app, ["crisis", "--jsonl", "-"], input="\n".join(lines), catch_exceptions=False)

    assert levels(tmp_path, *lines) == ["explicit", "none"]
    assert json.loads(piped.stdout.splitlines()[0])["level"] == "explicit"
