"""A disk of a few megabytes, which is full soon and can be given more room."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """A real file system of this size; skips the test where we may not mount one."""
    place.mkdir()
    if not _mounted("-t", "tmpfs", "-o", f"size={kilobytes}k,mode=0700", "tmpfs", str(place)):
        pytest.skip("only root can mount a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def give_room(place: Path) -> None:
    """Make the disk large."""
    assert _mounted("-o", "remount,size=256m", str(place))


def _mounted(*words: str) -> bool:
    try:
        return subprocess.run(["mount", *words], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False
