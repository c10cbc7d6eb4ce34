"""The fingerprint of all that the weights are made from, to tell whether they are still those of the text."""

import hashlib
from pathlib import Path

ROOT = Path(__file__).parents[1]
READER = ("src/highroad/events/model.py", "src/highroad/events/weights.py")


def fingerprint() -> str:
    """Changes with any letter of training/ and of the code that reads features."""
    text = [path for ending in ("toml", "jsonl", "py") for path in (ROOT / "training").rglob(f"*.{ending}")]
    sources = [*text, *(ROOT / name for name in READER)]
    digest = hashlib.sha256()
    for source in sorted(sources):
        digest.update(source.relative_to(ROOT).as_posix().encode() + b"\n" + source.read_bytes())
    return digest.hexdigest()
