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
    part_scales: tuple[float, ...]  # what one step in a lane is worth
    kind_scales: tuple[float, ...]
    part_bias: tuple[float, ...]
    kind_bias: tuple[float, ...]
    judge: tuple[tuple[float, ...], ...]
    judge_bias: tuple[float, ...]
    temperature: float
    written: str  # fingerprint of the text and code the weights were fitted on

    def parts_of(self, total: int, *, count: int, spread: float) -> list[float]:
        """The sums for each part over `count` rows added up in `total`."""
        lanes, middle = self._lanes(total), MIDDLE * count
        columns = zip(self.part_bias, lanes, self.part_scales, strict=False)
        return [bias + (lane - middle) * scale / spread for bias, lane, scale in columns]

    def kinds_of(self, total: int, *, count: int, spread: float) -> list[float]:
        """The sums for each kind, which stand behind those for the parts."""
        lanes, middle = self._lanes(total)[len(self.parts) :], MIDDLE * count
        columns = zip(self.kind_bias, lanes, self.kind_scales, strict=True)
        return [bias + (lane - middle) * scale / spread for bias, lane, scale in columns]

    def _lanes(self, total: int) -> tuple[int, ...]:
        width = len(self.parts) + len(self.kinds)
        return _struct(width).unpack(total.to_bytes(width * LANE, "little"))


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
    parts = len(head["parts"])
    features = head["features"].split(" | ")
    return Weights(
        kinds=tuple(map(Kind, head["kinds"])),
        parts=tuple(head["parts"]),
        rows={name: _laned(numbers[at * width : (at + 1) * width]) for at, name in enumerate(features)},
        part_scales=tuple(head["scales"][:parts]),
        kind_scales=tuple(head["scales"][parts:]),
        part_bias=tuple(head["part_bias"]),
        kind_bias=tuple(head["kind_bias"]),
        judge=tuple(map(tuple, head["judge"])),
        judge_bias=tuple(head["judge_bias"]),
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
