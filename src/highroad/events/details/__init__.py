"""What else a mail tells: employer, role, people, dates, reason, stage."""
