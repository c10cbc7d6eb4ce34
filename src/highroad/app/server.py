"""Serve the pages on this computer, with the clock's chores beside them."""

import socket
import threading
import webbrowser

import waitress
from django.conf import settings
from django.core.wsgi import get_wsgi_application

from highroad.app import chores, defence


class PortTaken(Exception):
    """Something else already uses the port."""

    def __init__(self, port: int) -> None:
        super().__init__(f"Port {port} is in use. High Road may be open already. Choose another with --port.")


def launch_url() -> str:
    """The address that lets one browser in."""
    return f"http://{settings.HOST}:{settings.PORT}/?launch={defence.launch_token}"


def serve(*, open_browser: bool) -> None:
    """Serve until stopped; raises PortTaken."""
    listener = _listen(settings.HOST, settings.PORT)
    stop = threading.Event()
    threading.Thread(target=chores.work_until, args=(stop,), name="chores", daemon=True).start()
    if open_browser:
        threading.Timer(0.3, webbrowser.open, args=(launch_url(),)).start()
    try:
        waitress.serve(get_wsgi_application(), sockets=[listener], threads=6, ident=None)
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
