"""The rules at work: how an order or a rule becomes a ruling, and a turn's orders and months become events."""
