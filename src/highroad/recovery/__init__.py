"""What a plan is: the tasks each step offers after a no."""
