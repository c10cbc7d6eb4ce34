"""The shipped weights of the second opinion: one row of small numbers for each feature."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from struct import Struct

from highroad.events.event import Kind
from highroad.words.content import load_bytes

LANE = 4  # bytes a number takes while rows are added up, so that no sum runs into its neighbour
MIDDLE = 128  # rows hold numbers from 1 to 255; this one means nothing either way


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted numbers. Each row is one long integer, a lane for each kind: adding rows adds all lanes at once."""

    kinds: tuple[Kind, ...]
    rows: dict[str, int]
    scales: tuple[float, ...]  # what one step in a lane is worth
    bias: tuple[float, ...]
    temperature: float
    written: str  # fingerprint of the text and code the weights were fitted on

    def added_up(self, rows: Sequence[int]) -> list[float]:
        """The sum of these rows for each kind."""
        lanes = _struct(len(self.kinds)).unpack(sum(rows).to_bytes(len(self.kinds) * LANE, "little"))
        middle = MIDDLE * len(rows)
        return [(lane - middle) * scale for lane, scale in zip(lanes, self.scales, strict=True)]


@cache
def load() -> Weights:
    """The weights shipped with High Road."""
    return unpack(load_bytes("highroad.events", "content/second_opinion.bin"))


def pack(head: dict[str, object], rows: dict[str, bytes]) -> bytes:
    """Head and rows as one small file; the same bytes for the same weights."""
    text = json.dumps({**head, "features": " | ".join(sorted(rows))}, sort_keys=True, ensure_ascii=False)
    return zlib.compress(text.encode() + b"\n" + b"".join(rows[feature] for feature in sorted(rows)), 9)


def unpack(packed: bytes) -> Weights:
    """What `pack` made, ready to be added up."""
    text, _, numbers = zlib.decompress(packed).partition(b"\n")
    head = json.loads(text)
    width = len(head["kinds"])
    features = head["features"].split(" | ")
    return Weights(
        kinds=tuple(map(Kind, head["kinds"])),
        rows={name: _laned(numbers[at * width : (at + 1) * width]) for at, name in enumerate(features)},
        scales=tuple(head["scales"]),
        bias=tuple(head["bias"]),
        temperature=head["temperature"],
        written=head["written"],
    )


@cache
def _struct(width: int) -> Struct:
    return Struct(f"<{width}I")


def _laned(row: bytes) -> int:
    wide = bytearray(len(row) * LANE)
    wide[::LANE] = row
    return int.from_bytes(wide, "little")
