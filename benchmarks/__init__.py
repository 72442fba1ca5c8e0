"""What the wargame takes and gives under load, measured with real servers on this machine: `make bench`."""
