"""Look through a source: here, or with other processes beside this one, which look while this one stores."""

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from itertools import pairwise

from highroad.edges.found import Found
from highroad.edges.looks import Asked, Look, look_at
from highroad.edges.sources import Kind, Source

AT_ONCE = min(2, os.cpu_count() or 1)  # processes, where nobody says how many
CHUNK_MAILS = 200
CHUNK_BYTES = 4 * 1024 * 1024
STRETCH = 8 * 1024 * 1024  # bytes of an mbox that one process looks at before it answers
STRETCH_MAILS = 400  # and mails of a Maildir
WORTH_IT = 8  # stretches; with fewer, starting other processes takes longer than it saves
AHEAD = 2  # stretches each process may be asked for before the first is answered
# what reading from a process raises that is gone, or that runs another version of the program
_GONE = (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError)
_READER = [sys.executable, "-P", "-m", "highroad.edges.reader"]


def look_through(source: Source, asked: Asked, *, start: int = 0, processes: int = 1) -> Iterator[list[Look]]:
    """Every mail from `start` on, in its order whatever the number of processes, in lists of some hundred."""
    stretches = _stretches(source, start) if processes > 1 else []
    if len(stretches) >= WORTH_IT:
        yield from _beside(source, asked, stretches, processes)
    else:
        for chunk in _chunks(source.messages(start=start)):
            yield list(look_at(chunk, asked))


def look_at_stretch(source: Source, asked: Asked, stretch: tuple[int, int]) -> list[Look]:
    """The mails that begin within two positions."""
    return list(look_at(_mails_of(source, *stretch), asked))


def _mails_of(source: Source, start: int, end: int) -> Iterator[Found]:
    for mail in source.messages(start=start):
        yield mail
        if mail.position >= end:
            break


def _chunks(mails: Iterable[Found]) -> Iterator[list[Found]]:
    chunk: list[Found] = []
    held = 0
    for mail in mails:
        chunk.append(mail)
        held += len(mail.raw)
        if len(chunk) >= CHUNK_MAILS or held >= CHUNK_BYTES:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk


def _stretches(source: Source, start: int) -> list[tuple[int, int]]:
    """Where each stretch begins and ends; none of a ZIP, which can only be read from its top."""
    if source.kind is Kind.MBOX:
        borders = source.begins_near(range(start + STRETCH, source.size, STRETCH))
    elif source.kind is Kind.MAILDIR and not any(file.is_mbox for file in source.files):
        borders = list(range(start + STRETCH_MAILS, source.size, STRETCH_MAILS))
    else:
        return []
    return [(first, last) for first, last in pairwise([start, *borders, source.size]) if first < last]


def _beside(source: Source, asked: Asked, stretches: list[tuple[int, int]], processes: int) -> Iterator[list[Look]]:
    """Stretches are dealt out in turn, so their answers are taken in turn too."""
    with ExitStack() as ending:
        readers = [_Reader(source, asked) for _ in range(processes)]
        for reader in readers:
            ending.callback(reader.end)
        waiting: deque[tuple[_Reader, tuple[int, int]]] = deque()
        for number, stretch in enumerate(stretches):
            reader = readers[number % processes]
            reader.ask(stretch)
            waiting.append((reader, stretch))
            if len(waiting) >= AHEAD * processes:
                yield _answer(*waiting.popleft(), source, asked)
        while waiting:
            yield _answer(*waiting.popleft(), source, asked)


def _answer(reader: "_Reader", stretch: tuple[int, int], source: Source, asked: Asked) -> list[Look]:
    """What the other process found; when it is gone, for whatever reason, the stretch is looked at here."""
    with suppress(*_GONE):
        return reader.answer()
    return look_at_stretch(source, asked, stretch)


class _Reader:
    """Another process. It ends when nothing more can be asked: also when this one was killed."""

    def __init__(self, source: Source, asked: Asked) -> None:
        self._process = subprocess.Popen(_READER, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
        assert self._process.stdin and self._process.stdout
        self._asks, self._answers = self._process.stdin, self._process.stdout
        self.ask((source, asked))

    def ask(self, what: object) -> None:
        with suppress(OSError):
            pickle.dump(what, self._asks)
            self._asks.flush()

    def answer(self) -> list[Look]:
        looks: list[Look] = pickle.load(self._answers)  # noqa: S301
        return looks

    def end(self) -> None:
        self._process.kill()
        for pipe in (self._asks, self._answers):
            with suppress(OSError):
                pipe.close()
        self._process.wait()
