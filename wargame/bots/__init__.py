"""Players without people: a policy turns a view into orders. It may not see more than its seat, nor import another door."""
