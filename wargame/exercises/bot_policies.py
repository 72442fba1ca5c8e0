"""How a bot in a seat may play, by name; the door `bots` has a policy of each."""

POLICIES = ("cautious", "ambitious", "opportunist", "noise")
DEALT = ("cautious", "ambitious", "opportunist")
"""To seats for which control names none."""
AIDE = "aide"
"""Of every bot beside people, who decide for their team."""
