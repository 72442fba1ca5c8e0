"""What follows from each command, one file for each kind. A handler returns events or raises `Refused`."""
