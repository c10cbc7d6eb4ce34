"""`highroad words tone`: one answer a line, whatever the line holds."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from highroad.cli.words import app


def answers(folder: Path, *lines: str) -> list[dict[str, object]]:
    file = folder / "texts.jsonl"
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return tone(file)


def tone(file: Path | str, *, piped: bytes = b"") -> list[dict[str, object]]:
    told = CliRunner().invoke(app, ["tone", "--jsonl", str(file)], input=piped, catch_exceptions=False)
    return [json.loads(line) for line in told.stdout.splitlines()]


def test_a_hot_text_is_told_with_its_phrases(tmp_path: Path):
    (answer,) = answers(tmp_path, '{"text": "Dear Sam, thanks for nothing."}')

    assert answer == {"hot": True, "phrases": [{"words": "thanks for nothing", "why": "sarcasm"}]}


def test_a_cool_text_has_none(tmp_path: Path):
    assert answers(tmp_path, '{"text": "I am sad."}') == [{"hot": False, "phrases": []}]


def test_a_line_without_a_text_keeps_its_place(tmp_path: Path):
    told = answers(tmp_path, "no json", '{"text": 7}', "[]", '{"text": "You are a liar."}')

    assert [answer["hot"] for answer in told] == [False, False, False, True]


def test_half_a_letter_in_a_hot_phrase_is_shown_by_a_sign_and_the_next_line_is_read(tmp_path: Path):
    told = answers(tmp_path, r'{"text": "You \ud800 are a liar \ud83d\ude00."}', '{"text": "You are a liar."}')

    assert [answer["hot"] for answer in told] == [True, True]
    assert "\ud800" not in json.dumps(told, ensure_ascii=False)


@pytest.mark.parametrize("piped", [True, False])
def test_a_byte_that_is_no_letter_loses_no_line(tmp_path: Path, *, piped: bool):
    lines = b'{"text": "You are a liar \xff."}\n{"text": "You are a liar."}\n'
    (tmp_path / "texts.jsonl").write_bytes(lines)

    told = tone("-", piped=lines) if piped else tone(tmp_path / "texts.jsonl")

    assert [answer["hot"] for answer in told] == [True, True]


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    told = CliRunner().invoke(app, ["tone", "--jsonl", str(tmp_path / "gone.jsonl")])

    assert told.exit_code == 1
    assert "gone.jsonl cannot be read" in str(told.exception)
