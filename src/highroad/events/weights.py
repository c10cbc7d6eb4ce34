"""The shipped weights of the second opinion: one row of small numbers for each word, pair and beginning."""

import json
import zlib
from dataclasses import dataclass
from functools import cache
from struct import Struct

from highroad.events.event import Kind
from highroad.words.content import load_bytes

LANE = 4  # bytes a number takes while rows are added up, so that no sum runs into its neighbour
MIDDLE = 128  # rows hold numbers from 1 to 255; this one means nothing either way


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted numbers. Each row is one long integer of many lanes: adding rows adds all lanes at once."""

    kinds: tuple[Kind, ...]
    parts: tuple[str, ...]
    rows: dict[str, int]
    scales: tuple[float, ...]  # what one step in a lane is worth: the parts' lanes, then the kinds'
    part_bias: tuple[float, ...]
    kind_bias: tuple[float, ...]
    judge: tuple[tuple[float, ...], ...]
    judge_bias: tuple[float, ...]
    temperature: float
    written: str  # fingerprint of the text and code the weights were fitted on

    def unpacked(self, total: int, *, count: int) -> list[float]:
        """The lanes of `count` rows added up, as the numbers they stand for."""
        width = len(self.scales)
        lanes = Struct(f"<{width}I").unpack(total.to_bytes(width * LANE, "little"))
        return [(lane - MIDDLE * count) * scale for lane, scale in zip(lanes, self.scales, strict=True)]


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
    width = len(head["scales"])
    features = head["features"].split(" | ")
    return Weights(
        kinds=tuple(map(Kind, head["kinds"])),
        parts=tuple(head["parts"]),
        rows={name: _laned(numbers[at * width : (at + 1) * width]) for at, name in enumerate(features)},
        scales=tuple(head["scales"]),
        part_bias=tuple(head["part_bias"]),
        kind_bias=tuple(head["kind_bias"]),
        judge=tuple(map(tuple, head["judge"])),
        judge_bias=tuple(head["judge_bias"]),
        temperature=head["temperature"],
        written=head["written"],
    )


def _laned(row: bytes) -> int:
    wide = bytearray(len(row) * LANE)
    wide[::LANE] = row
    return int.from_bytes(wide, "little")
