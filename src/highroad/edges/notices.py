"""A notice on the screen, by the program each system brings for it. It has one sentence and takes no other."""

import subprocess
import sys
from shutil import which

SENTENCE = "One thing is waiting in High Road."
PATIENCE = 10.0  # seconds; where nobody shows notices, some of these programs wait for ever

_TOAST = f"""
[void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
$page = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent(0)
[void]$page.GetElementsByTagName('text').Item(0).AppendChild($page.CreateTextNode('{SENTENCE}'))
$toast = [Windows.UI.Notifications.ToastNotification]::new($page)
$program = '{{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}}\\WindowsPowerShell\\v1.0\\powershell.exe'
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($program).Show($toast)
"""
# system -> the program and what it is told, every word of it fixed
_PROGRAMS: dict[str, tuple[str, ...]] = {
    "linux": ("notify-send", "--app-name=High Road", SENTENCE),
    "darwin": ("osascript", "-e", f'display notification "{SENTENCE}"'),
    "win32": ("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", _TOAST),
}


def command(system: str = sys.platform) -> tuple[str, ...] | None:
    """What to run on this system, the program by its whole path; None where it has none."""
    program, *told = _PROGRAMS.get(system, ("",))
    path = which(program) if program else None
    return (path, *told) if path else None


def show() -> bool:
    """Show the sentence; whether the system took it."""
    words = command()
    if words is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603  # fixed words, no shell
            words, check=False, capture_output=True, stdin=subprocess.DEVNULL, timeout=PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
