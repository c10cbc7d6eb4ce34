"""Everything that is measured for speed, printed as tables: python -m bench.run [messages]."""

import mailbox
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.mailbox import write_mbox

MESSAGES = 10_000
HIGHROAD = Path(sys.executable).parent / "highroad"


def main(messages: int) -> None:
    """Import a made-up mailbox twice, walk it with the standard library beside it, then measure the pages."""
    with tempfile.TemporaryDirectory(prefix="highroad-bench-") as folder:
        mbox, record = Path(folder) / "mail.mbox", Path(folder) / "record"
        write_mbox(mbox, messages)
        command = [str(HIGHROAD), "import", str(mbox), "--json", "--data-dir", str(record)]
        print(f"{messages} messages, {mbox.stat().st_size / 1e6:.0f} MB")
        for name, run in {
            "import": lambda: _run(command),
            "the same file again": lambda: _run(command),
            "standard library's mailbox walk": lambda: _walk(mbox),
        }.items():
            _print(name, run)
        print(f"peak memory of the import {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")
    subprocess.run([sys.executable, "-m", "bench.pages"], check=True)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _walk(mbox: Path) -> None:
    """What a program would do that reads every subject and body with the standard library."""
    for message in mailbox.mbox(mbox):
        for part in message.walk():
            part.get_payload(decode=True)


def _print(name: str, run: Callable[[], None]) -> None:
    before, begun = _cpu(), time.perf_counter()
    run()
    print(f"{name:35} {_cpu() - before:7.1f} CPU-s {time.perf_counter() - begun:7.1f} s")


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MESSAGES)
