"""The tests. `make test` runs them; builders make small worlds, services start real servers."""
