"""The other process: it is given a source once, then looks at one stretch after the other until nobody asks."""

import pickle
import signal
import sys
from contextlib import suppress

from highroad.edges.readers import look_at_stretch


def main() -> None:
    """Read what is asked from stdin and answer to stdout; whoever asks does the work itself where this one fails."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that asks
    asks, answers, sys.stdout = sys.stdin.buffer, sys.stdout.buffer, sys.stderr
    source, asked = pickle.load(asks)  # noqa: S301
    while True:
        pickle.dump(look_at_stretch(source, asked, pickle.load(asks)), answers)  # noqa: S301
        answers.flush()


if __name__ == "__main__":
    with suppress(Exception):
        main()
