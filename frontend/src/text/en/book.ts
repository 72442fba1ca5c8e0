/** Words of the page that reads a scenario. */
export const book = {
  "book.title": "Scenario",
  "book.read": "Read",
  "book.version": "Version {version}",
  "book.chapters": "Chapters",
  "book.search": "Search this scenario",
  "book.none": "Nothing holds “{words}”",
  "book.none_text": "Try one word of it, or choose a chapter.",
  "book.line": "Scheduled news by turn",
  "book.turn": "Turn {turn}",
  "book.watch": "Watch bots play it",
  "book.watch_hint": "A practice run with a bot in every seat, about a minute a turn, seen from the console.",
  "book.opening": "Opening …",
  "book.rehearsal": "Rehearsal: {scenario}",
  "book.rests": "Rests on",
} as const;
