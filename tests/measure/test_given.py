"""Labelled files by path: which measure is for them, in what shapes they come, and what is said of others."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from measure.given import measure
from tests.house.tree import ROOT


def file(folder: Path, *lines: object) -> Path:
    path = folder / "labelled.jsonl"
    path.write_text("\ufeff" + "".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path


def printed(path: Path, name: str = "given") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", f"measure.{name}", str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ({"text": "I'm a failure.", "labels": ["labelling"]}, "hints"),
        ({"text": "I'm a failure.", "distortions": "labelling"}, "hints"),
        ({"text": "I want to die.", "level": "explicit"}, "crisis"),
        ({"text": "Sad.", "level": "none", "language": "en"}, "crisis"),
        ({"text": "How dare you.", "hot": True, "why": "insult"}, "tone"),
        ({"body": "We regret", "kind": "rejection"}, "reader"),
        ({"body": "We regret", "label": "rejection"}, "reader"),
    ],
)
def test_a_file_is_measured_by_what_its_lines_are_labelled_with(tmp_path: Path, line: dict[str, object], name: str):
    assert measure(file(tmp_path, line)) == name


def test_a_level_without_a_language_is_enough(tmp_path: Path):
    told = printed(file(tmp_path, {"text": "I want to die.", "level": "explicit"}))

    assert "all explicit: read as explicit 1.000 (1/1)" in told.stdout


@pytest.mark.parametrize("labels", ["labelling", ["labelling"]])
def test_a_single_label_needs_no_list(tmp_path: Path, labels: object):
    told = printed(file(tmp_path, {"text": "I'm a failure.", "labels": labels}))

    assert "distorted thoughts with one that fits 1.000 (1/1)" in told.stdout


@pytest.mark.parametrize(
    ("lines", "name", "said"),
    [
        ([{"words": "Sad."}], "given", "none of the fields we measure by"),
        ([{"text": "Sad.", "level": "dark"}], "given", "a level out of explicit, heavy, none"),
        ([{"text": "Sad.", "labels": ["gloom"]}], "given", "No distortion is called 'gloom'."),
        ([["Sad."]], "given", "line 1, is no object"),
        ([{"words": "Sad."}], "hints", "Each line needs a text"),
        ([], "crisis", "There are no sentences in these files."),
        ([], "hints", "There are no thoughts in these files."),
    ],
)
def test_other_lines_end_with_a_sentence(tmp_path: Path, lines: list[object], name: str, said: str):
    told = printed(file(tmp_path, *lines), name)

    assert told.returncode == 1
    assert said in told.stderr
    assert "Traceback" not in told.stderr


def test_a_text_without_labels_deserves_no_hint(tmp_path: Path):
    told = printed(file(tmp_path, {"text": "I am tired."}), "hints")

    assert "all: false alarms 0.000 (0/1)" in told.stdout


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path):
    told = printed(tmp_path / "missing.jsonl", "crisis")

    assert "missing.jsonl cannot be read" in told.stderr and "Traceback" not in told.stderr
