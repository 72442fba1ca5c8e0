"""Units as people read them."""


def unit_of(unit: str, value: object = None) -> str:
    """The unit beside `value`, or alone. A pack writes `month|months` where one of it has a word of its own."""
    one, _, many = unit.partition("|")
    return one if value == 1 or not many else many
