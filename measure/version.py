"""`python -m measure.version`: notes that the reader has changed, so that every mailbox is read again.

With --same the version stays: for a change by which every mail is read as before.
"""

import argparse
import ast
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from highroad.words.content import load_toml

SRC = Path(__file__).parents[1] / "src"
EVENTS = SRC / "highroad/events"
NOTED = EVENTS / "content/reader.toml"
READS = ("highroad.events.recognise", "highroad.events.threads", "highroad.events.sift")
_CONTENT = (".toml", ".json", ".bin")
_TEXT = (".py", ".toml")


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the version, raised by one, and the fingerprint it stands for."""
    parser = argparse.ArgumentParser(prog="python -m measure.version", description=__doc__)
    parser.add_argument("--same", action="store_true", help="keep the version: every mail is read as before")
    asked = parser.parse_args(arguments)
    version, mark = noted()
    now = fingerprint(deciding())
    if now == mark:
        print(f"Nothing that decides a reading has changed since version {version}.")
        return
    version += not asked.same
    head = NOTED.read_text("utf-8").splitlines()[0]
    NOTED.write_text(f'{head}\nversion = {version}\nfingerprint = "{now}"\n', "utf-8")
    print(f"The reader is version {version}, {now}.")


def noted() -> tuple[int, str]:
    """The version that is shipped, and the fingerprint of what it was given for."""
    told = load_toml("highroad.events", "content/reader.toml")
    return told["version"], told["fingerprint"]


def deciding() -> list[Path]:
    """The code and the content that a reading comes from, in the order of their names."""
    code = set(_imported(READS))
    own = {path for path in EVENTS.rglob("content/*") if path.suffix in _CONTENT}
    named = {path for module in code for path in _named_in(module)}
    return sorted((code | own | named) - {NOTED})


def fingerprint(paths: Iterable[Path]) -> str:
    """Changes with any line of these files but comments and empty lines."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.name}\n".encode())
        digest.update(_without_comments(path) if path.suffix in _TEXT else path.read_bytes())
    return digest.hexdigest()[:16]


def _without_comments(path: Path) -> bytes:
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("#")).encode()


def _imported(names: Iterable[str]) -> Iterator[Path]:
    """The files of these modules of ours and of all that they import, each once."""
    waiting, seen = list(names), set[str]()
    while waiting:
        name = waiting.pop()
        path = _file(name)
        if path is None or name in seen:
            continue
        seen.add(name)
        yield path
        waiting += _imports(path)


def _file(name: str) -> Path | None:
    place = SRC.joinpath(*name.split("."))
    return next((path for path in (place.with_suffix(".py"), place / "__init__.py") if path.is_file()), None)


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("highroad"):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _named_in(path: Path) -> Iterator[Path]:
    """The content files beside a module that it names."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.endswith(_CONTENT):
            beside = path.parent / node.value
            yield from [beside] if beside.is_file() else []


if __name__ == "__main__":
    main()
