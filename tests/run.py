"""Runs every check and then every test, tells how long each took, and ends with what failed.

python3 start.py test              all of it
python3 start.py test --checks     the checks without the tests
python3 start.py test WORDS        only pytest, with these words
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

CHECKS = {
    "types": "mypy",
    "lint": "ruff check . --output-format concise",
    "format": "ruff format --check .",
    "imports": "lint-imports --no-logo",
    "dependencies": "deptry src --no-ansi",
    "templates": "djlint src/highroad/app/templates --lint --quiet",
    "wording": "python -m tests.house.wording",
    "help lines": "python -m tests.house.help_lines",
    "migrations": "django-admin makemigrations --check --dry-run --settings highroad.app.settings",
}
TESTS = "pytest -n 2 --dist loadfile --durations 10"


def main(words: list[str]) -> int:
    """The exit code: 0 only when everything that ran was well."""
    with tempfile.TemporaryDirectory(prefix="highroad-check-") as folder:
        environment = without_settings() | {"HIGHROAD_DATA_DIR": folder}
        if words and words != ["--checks"]:
            return subprocess.call([BIN / "pytest", *words], cwd=ROOT, env=environment)
        began = monotonic()
        failed = [*failed_checks(environment)]
        if not words:
            failed += failed_tests(environment)
    print(f"Failed: {', '.join(failed)}." if failed else "All is well.", f"{monotonic() - began:.0f} s in all.")
    return 1 if failed else 0


def without_settings() -> dict[str, str]:
    """The environment without anyone's own HIGHROAD_* settings, so that results are the same everywhere."""
    return {name: value for name, value in os.environ.items() if not name.startswith("HIGHROAD_")}


def failed_checks(environment: dict[str, str]) -> Iterator[str]:
    """Run all checks, two at a time; print a line for each and everything that a failed one said."""

    def check(command: str) -> tuple[int, str, float]:
        began = monotonic()
        program, *words = command.split()
        done = subprocess.run(
            [BIN / program, *words],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout, monotonic() - began

    with ThreadPoolExecutor(max_workers=2) as pool:
        for name, (code, said, seconds) in zip(CHECKS, pool.map(check, CHECKS.values()), strict=True):
            print(f"{name:<14}{'failed' if code else 'well':<8}{seconds:6.1f} s", flush=True)
            if code:
                print(said, flush=True)
                yield name


def failed_tests(environment: dict[str, str]) -> list[str]:
    """Run all tests, showing what pytest says as it comes."""
    began = monotonic()
    code = subprocess.call([BIN / "pytest", *TESTS.split()[1:]], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL)
    print(f"{'tests':<14}{'failed' if code else 'well':<8}{monotonic() - began:6.1f} s", flush=True)
    return ["tests"] if code else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
