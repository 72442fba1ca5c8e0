"""The story afterwards, read from the log. It may not change an exercise or import another door."""
