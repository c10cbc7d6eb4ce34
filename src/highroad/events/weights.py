"""The shipped weights of a linear model of mail: one row of small numbers for each feature."""

import json
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from highroad.events.event import Kind
from highroad.words.content import load_bytes

RECEIVED = "content/second_opinion.bin"  # of mail that came in
SENT = "content/own_mail.bin"  # of what the user wrote
MIDDLE = 128  # rows hold numbers from 1 to 255; this one means nothing either way


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted numbers: a row with a number for each kind, found by the key of its feature."""

    kinds: tuple[Kind, ...]
    keys: NDArray[np.uint64]  # rising
    rows: NDArray[np.uint8]
    scales: NDArray[np.float64]  # what one step in a column is worth
    bias: NDArray[np.float64]
    temperature: float
    written: str  # fingerprint of the text and code the weights were fitted on

    def added_up(self, features: Collection[str]) -> tuple[NDArray[np.float64], int]:
        """The sum for each kind of the rows of those features that are known, and how many these are."""
        keys = np.fromiter((_key(name.encode()) for name in features), np.uint64, len(features))
        keys.sort()  # neighbours are looked up where the last one was
        places = np.searchsorted(self.keys, keys)
        places[places == len(self.keys)] = 0
        known = places[self.keys[places] == keys]
        return (self.rows[known].sum(axis=0, dtype=np.int64) - MIDDLE * len(known)) * self.scales, len(known)


@cache
def load(name: str = RECEIVED) -> Weights:
    """The weights shipped with High Road, of one of its two models."""
    return unpack(load_bytes("highroad.events", name))


def pack(head: dict[str, object], rows: dict[str, bytes]) -> bytes:
    """Head and rows as one small file; the same bytes for the same weights."""
    text = json.dumps({**head, "features": " | ".join(sorted(rows))}, sort_keys=True, ensure_ascii=False)
    return zlib.compress(text.encode() + b"\n" + b"".join(rows[feature] for feature in sorted(rows)), 9)


def unpack(packed: bytes) -> Weights:
    """What `pack` made, ready to be added up."""
    text, _, numbers = zlib.decompress(packed).partition(b"\n")
    head = json.loads(text)
    features = head["features"].encode().split(b" | ")
    keys = np.fromiter(map(_key, features), np.uint64, len(features))
    order = np.argsort(keys)
    return Weights(
        kinds=tuple(map(Kind, head["kinds"])),
        keys=keys[order],
        rows=np.frombuffer(numbers, np.uint8).reshape(len(features), -1)[order],
        scales=np.array(head["scales"]),
        bias=np.array(head["bias"]),
        temperature=head["temperature"],
        written=head["written"],
    )


def _key(feature: bytes) -> int:
    """64 bits, the same in every process: no two of half a million features share them but by rare chance."""
    return zlib.crc32(feature) << 32 | zlib.adler32(feature)
