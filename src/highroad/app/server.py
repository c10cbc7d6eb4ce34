"""Serve the pages on this computer, with the clock's chores beside them."""

import os
import socket
import tempfile
import threading
import webbrowser
from collections.abc import Callable
from contextlib import closing

import waitress
from django.conf import settings
from django.core.wsgi import get_wsgi_application

from highroad.app import chores, defence

LARGEST_UPLOAD = 100 * 1024**3  # bytes: a mailbox of many years; it goes to the disk, not to memory


class PortTaken(Exception):
    """Something else already uses the port."""

    def __init__(self, port: int) -> None:
        super().__init__(f"Port {port} is in use. High Road may be open already, or choose another with --port.")


def serve(host: str, port: int, *, open_browser: bool, tell: Callable[[str], None]) -> None:
    """Serve until stopped, telling the address that lets one browser in; raises PortTaken."""
    with closing(_listen(host, port)) as listener:
        defence.answer_at(port)
        name = f"[{host}]" if ":" in host else host
        address = f"http://{name}:{port}/?launch={defence.launch_token}"
        tell(address)
        if open_browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        _answer(listener)


def _answer(listener: socket.socket) -> None:
    """Answer what comes to the listener; what is uploaded lies in no folder but ours, not even for a moment."""
    tempfile.tempdir = str(settings.PASSING)
    stop = threading.Event()
    threading.Thread(target=chores.work_until, args=(stop,), name="chores", daemon=True).start()
    application = get_wsgi_application()
    try:
        waitress.serve(application, sockets=[listener], threads=6, ident=None, max_request_body_size=LARGEST_UPLOAD)
    finally:
        stop.set()


def _listen(host: str, port: int) -> socket.socket:
    """A socket that already listens, so that a browser opened at once waits instead of being refused."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere it would share the port with whoever has it
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise PortTaken(port) from error
    return listener
