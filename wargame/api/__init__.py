"""The HTTP door: JSON in, parts of views out. It may not hold a rule, filter secrets or import another door."""
