"""The record: models, the log and the one way to change an exercise. It may not hold a rule or know a door."""
