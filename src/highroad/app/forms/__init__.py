"""What pages let a user type, checked."""
