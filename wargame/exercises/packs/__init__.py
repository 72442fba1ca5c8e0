"""From the files of a pack to the engine's `Scenario`: read, shaped, built, linted; what is wrong has line and column."""
