"""High Road: what to do after a job rejection, on your own computer."""
