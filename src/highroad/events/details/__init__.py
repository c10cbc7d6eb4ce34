"""What else a mail tells: employer, role, stage, reason, people, number, date."""

from highroad.events.details.names import employer_key
from highroad.events.details.read import Details, read_details
from highroad.events.details.titles import role_key

__all__ = ["Details", "employer_key", "read_details", "role_key"]
