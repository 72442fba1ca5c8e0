/** Words of the wall. */
export const wall = {
  "wall.latest": "Latest",
  "wall.no_news": "No public news yet.",
  "wall.lobby": "The exercise has not started yet.",
  "wall.ended": "EndEx",
  "wall.orders_in": "Orders in",
  "wall.of_teams": "of {n} teams",
} as const;
