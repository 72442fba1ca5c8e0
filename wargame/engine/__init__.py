"""The rules: pure functions over plain values. It may not read a clock, draw chance, do I/O or import a package."""
