"""Serve the pages on this computer, with the clock's chores beside them."""

import socket
import tempfile
import threading
import webbrowser
from collections.abc import Callable

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
    listener = _listen(host, port)
    defence.answer_at(host, port)
    address = f"http://{host}:{port}/?launch={defence.launch_token}"
    tell(address)
    stop = threading.Event()
    threading.Thread(target=chores.work_until, args=(stop,), name="chores", daemon=True).start()
    if open_browser:
        threading.Timer(0.3, webbrowser.open, args=(address,)).start()
    tempfile.tempdir = str(settings.DATA_FOLDER)  # what is uploaded lies in no other folder, not even for a moment
    application = get_wsgi_application()
    try:
        waitress.serve(application, sockets=[listener], threads=6, ident=None, max_request_body_size=LARGEST_UPLOAD)
    finally:
        stop.set()


def _listen(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise PortTaken(port) from error
    return listener
