"""Everything that is measured for speed, printed as tables: python -m bench.run [messages] [--share 0.03]."""

import argparse
import mailbox
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from bench.mailbox import SHARE, mails, write_mbox
from highroad.edges.sources import open_source
from highroad.events.candidate import glance_may_concern
from highroad.events.recognise import read
from highroad.mail.glance import glance
from highroad.mail.parse import parse

MESSAGES = 100_000
SOME = 1_000  # mails looked at or read for the rates
HIGHROAD = Path(sys.executable).parent / "highroad"


def main() -> None:
    """Import a made-up mailbox in every way, let others walk through it, then measure the pages."""
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="highroad-bench-", dir=asked.folder) as folder:
        mbox = Path(folder) / "mail.mbox"
        about = write_mbox(mbox, asked.messages, share=asked.share)
        print(f"{asked.messages} messages, {mbox.stat().st_size / 1e6:.0f} MB, {about} about applications")
        print(f"load before {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        for name, run in _runs(mbox, Path(folder)).items():
            _print(name, run)
        _print_rates(mbox, asked.share)
    if asked.pages:
        subprocess.run([sys.executable, "-m", "bench.pages"], check=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.add_argument("messages", nargs="?", type=int, default=MESSAGES)
    parser.add_argument("--share", type=float, default=SHARE, help="of the mails, how many are about applications")
    parser.add_argument("--folder", help="where the mailbox is written and removed again; the usual one else")
    parser.add_argument("--no-pages", dest="pages", action="store_false")
    return parser.parse_args()


def _runs(mbox: Path, folder: Path) -> dict[str, Callable[[], object]]:
    """What is run, in this order, by the name it is printed under; the import first, for its memory is asked for."""
    runs: dict[str, Callable[[], object]] = {
        "import, one process": lambda: _import(mbox, folder / "one", 1),
        "the same file again": lambda: _import(mbox, folder / "one", 1),
        "with a hundredth more mail": lambda: (_grow(mbox), _import(mbox, folder / "one", 1)),
        "import, two processes": lambda: _import(mbox, folder / "two", 2),
        "standard library's mailbox walk": lambda: _walk(mbox),
    }
    if not shutil.which("mu"):
        print("mu is missing (Debian: maildir-utils), so it is not compared")
        return runs
    return runs | {"mu index, of the same as Maildir": _mu(mbox, folder)}


def _import(mbox: Path, record: Path, processes: int) -> None:
    command = [HIGHROAD, "import", mbox, "--json", "--processes", str(processes), "--data-dir", record]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _grow(mbox: Path) -> None:
    """A hundredth of the mail more, of another seed."""
    more = mbox.with_name("more.mbox")
    write_mbox(more, max(1, mbox.stat().st_size // 3_000_000), seed=2)
    with mbox.open("ab") as stream:
        stream.write(more.read_bytes())


def _walk(mbox: Path) -> None:
    """What a program would do that reads every subject and body with the standard library."""
    for message in mailbox.mbox(mbox):
        for part in message.walk():
            part.get_payload(decode=True)


def _mu(mbox: Path, folder: Path) -> Callable[[], object]:
    """mu reads Maildirs; writing one is not counted."""
    maildir, home = folder / "maildir", f"--muhome={folder / 'mu'}"
    for name in ("cur", "new", "tmp"):
        (maildir / name).mkdir(parents=True)
    for number, mail in enumerate(open_source(mbox).messages()):
        (maildir / "cur" / f"{number}:2,S").write_bytes(mail.raw)
    subprocess.run(["mu", "init", home, f"--maildir={maildir}"], check=True, stdout=subprocess.DEVNULL)
    return lambda: subprocess.run(["mu", "index", home, "--quiet"], check=True, stdout=subprocess.DEVNULL)


def _print_rates(mbox: Path, share: float) -> None:
    raws = [mail.raw for mail in islice(open_source(mbox).messages(), SOME * 5)]
    ours = [parse(raw) for raw, is_about in mails(SOME * 5, share=max(share, 0.2), seed=3) if is_about][:SOME]
    _print_rate("first look", lambda raw: (seen := glance(raw)) and glance_may_concern(seen), raws)
    _print_rate("full reading, mail about applications", read, ours)


def _print_rate(name: str, act: Callable[..., object], over: Iterable[object]) -> None:
    before, count = _cpu(), 0
    for one in over:
        act(one)
        count += 1
    print(f"{name:40} {count / (_cpu() - before):7.0f} messages a CPU-s")


def _print(name: str, run: Callable[[], object]) -> None:
    before, begun = _cpu(), time.perf_counter()
    run()
    clock = time.perf_counter() - begun
    print(f"{name:40} {_cpu() - before:7.1f} CPU-s {clock:7.1f} s, peak so far {_peak():4.0f} MB", flush=True)


def _peak() -> float:
    """MB of the largest process that was started and ended until now."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    main()
