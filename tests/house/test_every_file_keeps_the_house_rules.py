"""Captions, names and plain words: what no other tool looks at."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import PACKAGE, ROOT, caption, contracts, files, modules, rooms

EMPTY_NAMES = {"job", "status", "data", "info", "process", "handle", "util", "utils", "helper", "manager", "service"}
OUTSIDE = {"open", "input", "print", "now", "utcnow", "today", "uuid1", "uuid4"}  # files, people, clock and dice

# Written backwards, so that this file does not find itself.
FOREIGN = [
    word[::-1] for word in ("/krow/", "/toor/", "ipyp/tpo/", "sboj_hsab", "derahs/..", "gro.ipyp", "detsohnohtyp")
]


def test_every_module_starts_with_its_caption():
    without = [path for path in modules() if not caption(path).endswith(".") or caption(path)[0].islower()]

    assert not without


def test_no_name_hides_its_meaning():
    """The page /settings/data is called as its user would call it, and its modules are called like the page."""
    named = {(path, name) for path in modules() for name in {path.stem, *names_given_in(path)} if name in EMPTY_NAMES}

    assert {(path, name) for path, name in named if name != "data" or path.stem != "data"} == set()


def test_the_core_is_told_what_it_knows():
    core = [PACKAGE.joinpath(*name.split(".")[1:]) for name in contracts()["forbidden"]["source_modules"]]
    inside = [path for path in modules() if {*core} & {path.with_suffix(""), *path.parents}]

    assert not {(path, name) for path in inside for name in calls_in(path) if name in OUTSIDE}


def test_every_room_but_the_outer_three_is_core():
    core = {name.removeprefix("highroad.") for name in contracts()["forbidden"]["source_modules"]}
    outermost = {name.rstrip("/").removesuffix(".py") for name in rooms() if name.count("/") < 2}

    assert core == outermost - {"app", "cli", "edges"}


def test_no_file_speaks_of_the_machine_it_was_written_on():
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in files()
        for word in FOREIGN
        if word.encode() in path.read_bytes()
    ]

    assert not found


def names_given_in(module: Path) -> Iterator[str]:
    """The functions, classes and variables a module makes; a method may have got its name from a library."""
    nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    methods = [method for node in nodes if isinstance(node, ast.ClassDef) for method in node.body]
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node not in methods:
            yield node.name.lower()
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id.lower()


def calls_in(module: Path) -> Iterator[str]:
    """The last word of everything a module calls."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
