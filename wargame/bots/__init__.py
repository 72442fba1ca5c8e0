"""Players without people: a view in, orders out. A bot may not see more than its seat, nor import another door."""
