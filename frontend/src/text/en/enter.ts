/** Words of the staff's doors: the facilitator's link, signing in, and what the HTTP door answers. */
export const enter = {
  "rest.unreachable": "The server cannot be reached. Check the connection and try again; nothing was lost.",
  "rest.signed_out": "You are signed out. Sign in again, then repeat this.",
  "rest.not_found": "This does not exist any more. Go back home and look again.",
  "rest.throttled": "Too many tries in a short time. Wait a minute, then try again.",
  "rest.failed": "The server failed at this. Try again; if it fails twice, tell whoever runs it.",
  "rest.again": "Try again",
  "enter.title": "Facilitator’s link",
  "enter.entering": "Signing you in …",
  "enter.no_token": "This link is not whole",
  "enter.no_token_text": "The part after # is missing. Copy the whole link again from where you got it.",
  "enter.refused": "This link does not open any more",
  "enter.refused_text":
    "It works once, within ten minutes. Make a new one: in the terminal where the wargame runs, or let a facilitator who is inside press “Second facilitator” in the lobby.",
  "enter.to_login": "Sign in with a name and password",
  "login.title": "Sign in",
  "login.lead": "For facilitators and staff. Players need no account: they join with a code.",
  "login.user": "User name",
  "login.password": "Password",
  "login.submit": "Sign in",
  "login.join": "Join as a player",
  "login.missing": "Type your user name and your password.",
} as const;
