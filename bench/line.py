"""A line of a given speed to a server of this computer: python -m bench.line PORT MBIT; its own port is printed."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

PIECE = 16_384  # octets
LATE = 0.02  # seconds that a piece may be late and still be made up for


async def main(port: int, speed: float) -> None:
    """Carry every connection to the server and back until killed; what comes back takes its time."""

    async def carried(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        theirs, ours = await asyncio.open_connection("127.0.0.1", port)
        with suppress(ConnectionError):
            await asyncio.gather(_carry(reader, ours, float("inf")), _carry(theirs, writer, speed * 1e6 / 8))

    server = await asyncio.start_server(carried, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, speed: float) -> None:
    """At most so many octets a second; but for LATE, time in which nothing was asked for is not made up for."""
    free_at = time.perf_counter()
    while piece := await reader.read(PIECE):
        free_at = max(free_at, time.perf_counter() - LATE) + len(piece) / speed
        await asyncio.sleep(max(0.0, free_at - time.perf_counter()))
        writer.write(piece)
        await writer.drain()
    writer.close()


@contextmanager
def line(port: int, speed: float) -> Iterator[int]:
    """The port of a line to the server at this port, of so many Mbit/s, in a process of its own."""
    words = [sys.executable, "-m", "bench.line", str(port), str(speed)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield int(process.stdout.readline())
        process.kill()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), float(sys.argv[2])))
