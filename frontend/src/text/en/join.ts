/** Words of joining. */
export const join = {
  "join.title": "Join an exercise",
  "join.code": "Code",
  "join.code_hint": "Six letters and digits, from the screen in the room or from the facilitator.",
  "join.go_on": "Go on",
  "join.looking": "Looking …",
  "join.failed": "That did not work. Try again.",
  "join.note": "What this exercise touches",
  "join.consent":
    "I have read this and take part. What I do in the exercise is recorded under my seat, not under my name.",
  "join.name": "Your name",
  "join.name_hint": "As the others should see it. Only your team and control see it.",
  "join.seat": "Your seat",
  "join.free": "free",
  "join.leads": "free · leads: submits and signs for the team",
  "join.taken": "taken",
  "join.sit": "Take this seat",
  "join.sitting": "Taking the seat …",
  "join.need_consent": "Say that you have read the note.",
  "join.need_name": "Type a name.",
  "join.need_seat": "Choose a free seat.",
} as const;
