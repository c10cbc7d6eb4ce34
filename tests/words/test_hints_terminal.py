"""`highroad words hints`: one answer a line, whatever the line holds."""

import json
from pathlib import Path

from typer.testing import CliRunner

from highroad.cli.words import app
from highroad.words.distortions import Distortion


def answers(folder: Path, *lines: str) -> list[dict[str, list[dict[str, object]]]]:
    file = folder / "thoughts.jsonl"
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    told = CliRunner().invoke(app, ["hints", "--jsonl", str(file)], catch_exceptions=False)
    return [json.loads(line) for line in told.stdout.splitlines()]


def test_a_hint_has_its_distortion_words_and_certainty(tmp_path: Path):
    (answer,) = answers(tmp_path, '{"text": "I\'m a failure."}')

    (hint,) = answer["hints"]
    assert hint.keys() == {"distortion", "words", "certainty"}
    assert hint["distortion"] == Distortion.LABELLING


def test_a_plain_line_and_one_without_a_text_keep_their_places(tmp_path: Path):
    told = answers(
        tmp_path, '{"text": "I am tired."}', "no json", '{"text": 7}', '{"text": "I will never find a job."}'
    )

    assert [bool(answer["hints"]) for answer in told] == [False, False, False, True]
