"""The door to scenario packs."""

from wargame.exercises.packs import PackError, Problem, check, find_packs, from_files, load_pack

__all__ = ["PackError", "Problem", "check", "find_packs", "from_files", "load_pack"]
