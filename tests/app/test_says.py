"""What a page says stands in content, where all words are read together, and none of it in the code of a page."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from highroad.app.says import says
from tests.house.tree import ROOT

APP = ROOT / "src/highroad/app"
CODE = [path for room in ("views", "actions") for path in sorted((APP / room).glob("*.py"))]
SENTENCE = re.compile(r"\s*[A-Z][\w’']* .*[.?]\s*|.* [a-z]+[.?]\s*", re.DOTALL)
NAMED = re.compile(r"says\(\s*\"([a-z_.]+)\"(?: if [^)]*? else \"([a-z_.]+)\")?")


def texts(path: Path) -> Iterator[str]:
    """Every text in the code of a file that is neither a docstring nor said by an assert or to the log."""
    tree = ast.parse(path.read_text("utf-8"))
    silent = (ast.Module, ast.ClassDef, ast.FunctionDef)
    told = [one.body[0] for one in ast.walk(tree) if isinstance(one, silent) and one.body]
    left_out = {id(part) for one in told if isinstance(one, ast.Expr) for part in ast.walk(one)}
    left_out |= {id(part) for one in ast.walk(tree) if isinstance(one, ast.Assert) for part in ast.walk(one)}
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in left_out:
            yield one.value


def test_no_sentence_stands_in_the_code_of_a_page():
    assert {path.name: text for path in CODE for text in texts(path) if SENTENCE.fullmatch(text)} == {}


def test_every_sentence_has_its_name_and_every_name_its_sentence():
    content = tomllib.loads((APP / "content/says.toml").read_text("utf-8"))
    code = "\n".join(path.read_text("utf-8") for path in CODE)

    named = {name for pair in NAMED.findall(code) for name in pair if name}

    assert named == {f"{subject}.{key}" for subject, words in content.items() for key in words}


def test_what_it_is_about_is_filled_in():
    assert says("tables.kept", many=3) == "3 applications are in your record."
