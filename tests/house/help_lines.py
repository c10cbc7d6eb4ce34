"""Says which help lines lack a field, or carry a date nobody can have written down yet. `make check` runs it."""

import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

LINES = Path(__file__).resolve().parents[2] / "src/highroad/steps/take_a_moment/content/help_lines.toml"
FIELDS = {"iso": str, "name": str, "lines": list, "emergency": str, "operator": str, "url": str, "seen": str}


def main() -> int:
    """The exit code: 0 only when every country has all its fields."""
    found = [*amiss(tomllib.loads(LINES.read_text("utf-8"))["country"], today=datetime.now(tz=UTC).date())]
    print("\n".join(found) or "Every help line has its fields.")
    return 1 if found else 0


def amiss(countries: list[dict[str, Any]], *, today: date) -> Iterator[str]:
    """What is wrong, a sentence each."""
    for country in countries:
        name = country.get("iso", "a country without letters")
        for field, kind in FIELDS.items():
            if not isinstance(country.get(field), kind) or not country[field]:
                yield f"{name} lacks {field}."
        if not str(country.get("url", "https://")).startswith("https://"):
            yield f"{name} has an address that is not https."
        checked = country.get("verified_on")
        if checked is not None and (not isinstance(checked, date) or checked > today):
            yield f"{name} has a verified_on that is no day of the past."


if __name__ == "__main__":
    sys.exit(main())
