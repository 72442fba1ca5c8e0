/** One second of one exercise, as a seat sees it: for the dev page, for component tests and for screenshots. */
import type { Draft, MenuShape, Part, Parts, Present, RulingShape, VariableShape } from "../contract";

const J = { kind: "judgement" } as const;
const S = (fact: string) => ({ kind: "sourced" as const, facts: [fact] });

/** Seconds since StartEx at which everything below is true. */
export const NOW = 3858;

type Seat = [id: string, title: string, initials: string, leads?: boolean];

function team(order: number, name: string, letters: string, actor: string, seats: Seat[]) {
  const shapes = seats.map(([id, title, initials, leads = false], place) => [
    id,
    { title, initials, leads, order: place },
  ]);
  return { name, letters, slot: order + 1, aim: "", order, actors: [actor], seats: Object.fromEntries(shapes) };
}

const teams: Part["teams"] = {
  ua: team(0, "Ukraine", "UA", "UA", [
    ["ua.president", "President", "P", true],
    ["ua.foreign", "Foreign minister", "F"],
  ]),
  uk: team(1, "United Kingdom", "UK", "UK", [
    ["uk.pm", "Prime Minister", "PM", true],
    ["uk.defence", "Defence Secretary", "D"],
    ["uk.foreign", "Foreign Secretary", "F"],
    ["uk.treasury", "Treasury", "T"],
  ]),
  fr: team(2, "France", "FR", "FR", [
    ["fr.president", "President", "P", true],
    ["fr.defence", "Defence", "D"],
  ]),
  us: team(6, "United States", "US", "US", [
    ["us.president", "President", "P", true],
    ["us.envoy", "Envoy", "E"],
  ]),
  ru: team(7, "Russia", "RU", "RU", [
    ["ru.leader", "Leadership", "L", true],
    ["ru.foreign", "Foreign", "F"],
  ]),
};

const actors: Part["actors"] = Object.fromEntries(
  Object.entries(teams ?? {}).map(([id, one]) => [
    one.letters,
    { name: one.name, letters: one.letters, team: id, order: one.order },
  ]),
);

type Extra = Partial<VariableShape>;
let placed = 0;
function variable(name: string, unit: string, high: number, history: number[], extra: Extra = {}): VariableShape {
  return {
    name,
    unit,
    group: name,
    kind: "number",
    low: 0,
    high,
    places: 0,
    definition: `${name}, as the model counts it at the end of each turn.`,
    provenance: J,
    key: true,
    order: placed++,
    ...(extra.estimate ? {} : { value: history.at(-1) ?? 0 }),
    history: Object.fromEntries(history.map((value, turn) => [String(turn), value])),
    ...extra,
  };
}

const publicVariables: Part["variables"] = {
  backstop: variable("US backstop, declared", "words", 5, [0, 0, 1], { provenance: S("001") }),
  credibility: variable("Guarantee credibility", "", 100, [18, 18, 24]),
  deterrence: variable("Deterrence", "", 100, [18, 17, 20], { estimate: { low: 10, high: 30 } }),
  cohesion: variable("Coalition cohesion", "", 100, [52, 58, 54]),
  pledged: variable("Soldiers pledged", "thousand", 30, [0, 5, 9], { provenance: S("000") }),
  supporters: variable("Supporters", "states", 40, [20, 22, 23], { provenance: S("002") }),
  strikes: variable("Strikes on Ukraine", "", 10, [7, 7, 8]),
  escalation: variable("Escalation", "rung", 10, [3, 3, 3]),
  front: variable("Front", "", 0, [], { key: false, kind: "choice", value: "slow_advance" }),
};

const menu: Record<string, MenuShape> = {
  protocol: {
    title: "Draft response protocol",
    summary: "Write down who answers which breach, how fast and with what.",
    form: [
      { id: "hours", label: "First response within", kind: "whole", unit: "h", required: true, low: 12, high: 96 },
    ],
    facts: ["002"],
    crosses: [],
    order: 0,
    actors: { UK: { possible: true, used: false, cost: { pc: 3 }, needs: {}, bounds: {} } },
  },
  pledge: {
    title: "Raise the British pledge",
    summary: "Say how many soldiers you would send, and to whom you say it.",
    form: [
      {
        id: "soldiers",
        label: "Soldiers",
        kind: "number",
        unit: "thousand",
        hint: "Now 2. Your own limit: 5 for 24 months, or 12 for 9.",
        required: true,
        low: 0,
      },
      {
        id: "announced",
        label: "Announced",
        kind: "choice",
        required: true,
        choices: [
          { value: "publicly", label: "Publicly" },
          { value: "partners", label: "To partners only" },
        ],
      },
    ],
    facts: ["000"],
    crosses: ["R1"],
    order: 1,
    actors: {
      UK: { possible: true, used: false, cost: { pc: 2 }, needs: {}, bounds: { soldiers: { low: 0, high: 12 } } },
    },
  },
  guard: {
    title: "Static guard at sites, Z2 and Z4",
    summary: "Soldiers stand at ports, plants and headquarters.",
    form: [],
    facts: [],
    crosses: ["R1"],
    order: 2,
    actors: {
      UK: {
        possible: false,
        used: false,
        cost: { pc: 6 },
        bounds: {},
        needs: {
          "0": {
            met: false,
            why: "No ceasefire, and your own rule is ceasefire first.",
            deciders: ["uk", "ua", "ru"],
            seats: ["Prime Minister"],
            act: "dropping the rule, or signing a ceasefire",
          },
          "1": {
            met: false,
            why: "US backstop is 1; your condition needs 2.",
            deciders: ["us"],
            act: "Set declared backstop level",
          },
          "2": { met: true, why: "Rules of engagement 1 or higher: 2 in your draft", deciders: [], act: "" },
        },
      },
    },
  },
};

const dutchMandate: RulingShape = {
  kind: "order",
  title: "Dutch mandate",
  subject: "",
  rule: "nl_mandate",
  version: 1,
  turn: 2,
  month: 4,
  actor: "FR",
  status: "issued",
  outcome: "granted",
  sentence: "The chamber grants the mandate, by 3.8 points.",
  outcomes: [
    { id: "granted", label: "Granted" },
    { id: "refused", label: "Refused" },
  ],
  terms: [
    { id: "base", label: "Base", value: -2.5, input: "", unit: "", provenance: J },
    { id: "support", label: "Public support, Netherlands", value: 1.95, input: 39, unit: "%", provenance: J },
    { id: "ceasefire", label: "Ceasefire in force", value: 0, input: false, unit: "", provenance: S("002") },
    { id: "nato", label: "Link to NATO", value: 0.4, input: "coordination", unit: "", provenance: S("000") },
    { id: "roe", label: "Rules of engagement above 1", value: 0, input: 1, unit: "", provenance: J },
    {
      id: "hearing",
      label: "Hearing: 3 of 5 questions answered",
      value: 0.25,
      input: "umpire",
      unit: "",
      provenance: { kind: "facilitator" },
    },
  ],
  hidden_terms: false,
  probability: 0.525,
  draw: 0.487,
  changes: [
    { path: "mandate.NL", name: "Dutch mandate", before: "requested", after: "granted" },
    { path: "pledge.NL", name: "Pledge, Netherlands", before: 0, after: 1.5, unit: "thousand" },
  ],
  decision: { kind: "amended", reason: "t.reason" },
  order: 0,
};

const publicPart: Part = {
  exercise: {
    scenario: "reassurance_force",
    title: "Reassurance force · group B",
    version: "1.0.0",
    mark: "EXERCISE",
    status: "running",
    mode: "umpire",
    start_card: "February 2025",
    content_note: "This exercise speaks of war, of losses and of threats. You may step out at any time.",
    briefing:
      "# The situation\n\nEurope plans a force for Ukraine **after** a ceasefire.\n\n- Washington is unsure\n- Moscow objects",
    limits: ["The model does not forecast.", "Battlefield detail is left out."],
    commitment: "5b1e07aa1f2c3d4e5f60718293a4b5c6d7e8f901a2b3c4d5e6f708192a3bc94d",
  },
  timer: {
    turn: 3,
    turns: [
      "Mar–Apr 2025",
      "May–Jun 2025",
      "Jul–Aug 2025",
      "Sep–Oct 2025",
      "Nov–Dec 2025",
      "Jan–Feb 2026",
      "Mar 2026",
      "Apr 2026",
    ].map((label) => ({ months: 2, label })),
    phase: "planning",
    phases: [
      { phase: "briefing", seconds: 300 },
      { phase: "planning", seconds: 720 },
      { phase: "adjudication", seconds: 480 },
      { phase: "feedback", seconds: 300 },
    ],
    opened_at: NOW - 318,
    ends_at: NOW + 402,
    paused: false,
  },
  teams,
  actors,
  variables: publicVariables,
  facts: {
    "000": { text: "London spoke of a few thousand soldiers for tasks in the rear.", sources: ["a1"] },
    "001": { text: "Washington offered words of support and no level.", sources: ["a1"] },
    "002": { text: "About thirty states support the idea; few would send soldiers.", sources: ["a2"] },
  },
  sources: {
    a1: { title: "Article on the reassurance force", date: "2025-02" },
    a2: { title: "Article on contributors", date: "2025-03" },
  },
  red_lines: {
    R4: {
      owner: "US",
      title: "No American ground troops",
      consequence: "Washington withdraws its enablers.",
      status: "open",
      binds_owner: false,
      facts: [],
      order: 3,
    },
    R1: {
      owner: "RU",
      title: "No NATO-country soldiers, any flag",
      consequence: "Moscow answers with strikes on staging.",
      status: "near",
      binds_owner: false,
      facts: ["000"],
      order: 2,
    },
  },
  templates: {
    memo: {
      title: "Backstop memorandum",
      summary: "What Washington provides, from when, and who decides.",
      parties: [["US"], ["UK", "FR"]],
      clauses: [
        {
          id: "level",
          label: "Level of support",
          kind: "whole",
          required: true,
          low: 0,
          high: 5,
          hint: "2 is intelligence and logistics.",
        },
        { id: "hours", label: "Time to answer", kind: "whole", unit: "h", required: true, low: 12, high: 96 },
        { id: "public", label: "Published", kind: "flag", required: false },
      ],
      prose: true,
      facts: ["001"],
      order: 0,
    },
  },
  rulings: { r23: dutchMandate },
  injects: {
    i4: {
      channel: "flash",
      persona: "the press persona",
      headline: "Moscow: any European soldier is inadmissible",
      body: "The foreign ministry repeats that troops from NATO countries are unacceptable, with or without the alliance’s flag.",
      turn: 3,
      at: 3610,
      provenance: S("000"),
      wants_answer: true,
      answer_by: 4020,
      to: ["all"],
      order: 0,
    },
  },
};

const teamPart: Part = {
  variables: {
    support: variable("Public support, UK", "%", 100, [52, 53, 52], { low: 0, secret: "team", order: 99 }),
  },
  red_lines: {
    R6: {
      owner: "UK",
      title: "No deployment without a US backstop",
      consequence: "The cabinet falls apart.",
      status: "open",
      binds_owner: false,
      facts: [],
      order: 0,
    },
    R7: {
      owner: "UK",
      title: "No deployment before a ceasefire",
      consequence: "Parliament withdraws the mandate.",
      status: "open",
      binds_owner: true,
      facts: [],
      order: 1,
      secret: "team",
    },
  },
  menu,
  budget: {
    UK: {
      stores: { pc: { name: "political capital", unit: "PC", have: 8, committed: 0 } },
      orders: 1,
      limit: 3,
    },
  },
  orders: {
    o1: {
      kind: "protocol",
      title: "Draft response protocol",
      actor: "UK",
      seat: "uk.pm",
      team: "uk",
      turn: 3,
      at: NOW - 120,
      status: "submitted",
      form: { hours: 72 },
      said: [{ label: "Answer within", value: 72, unit: "hours" }],
      cost: { pc: 3 },
      rationale: "t.why",
      expected: "t.expected",
    },
  },
  dispatches: {
    d3: {
      team: "ua",
      seat: "ua.president",
      to: ["team:uk"],
      subject: "t.s3",
      body: "t.b3",
      at: NOW - 131,
      turn: 3,
      order: 2,
    },
    d2: {
      team: "fr",
      seat: "fr.defence",
      to: ["team:uk"],
      subject: "t.s2",
      body: "t.b2",
      at: NOW - 167,
      turn: 3,
      order: 1,
    },
    d1: {
      team: "us",
      seat: "us.envoy",
      to: ["team:uk", "team:fr"],
      subject: "t.s1",
      body: "t.b1",
      at: NOW - 262,
      turn: 3,
      order: 0,
    },
  },
  agreements: {
    g1: {
      template: "memo",
      title: "Backstop memorandum",
      parties: ["US", "UK"],
      terms: { level: 2, hours: 72, public: false },
      prose: "t.prose",
      text_hash: "a7d03e911f2c3d4e5f60718293a4b5c6d7e8f901a2b3c4d5e6f708192a3bc94d",
      version: 3,
      author: "US",
      turn: 3,
      signed: { US: true, UK: false },
      status: "proposed",
      order: 0,
    },
  },
};

const seatPart: Part = {
  you: {
    role: "player",
    seat: "uk.defence",
    title: "Defence Secretary",
    initials: "D",
    leads: false,
    team: "uk",
    brief: "## Your office\n\nYou command no one in this room, and everybody asks you how many.",
    team_brief: "## United Kingdom\n\nYou want a force that **deters** and a backstop that holds.",
  },
  now: {
    sentence: "Draft orders for turn 3 with your team; Prime Minister submits them.",
    to: "orders",
  },
};

export const parts: Parts = { public: publicPart, team: teamPart, seat: seatPart };

const by = (seat: string, value: boolean | number | string) => ({ value, revision: 1, seat });

export const drafts: Record<string, Draft> = {
  dr1: {
    kind: "pledge",
    actor: "UK",
    turn: 3,
    seat: "uk.defence",
    ready: false,
    order: 0,
    fields: {
      "form.soldiers": by("uk.defence", 5),
      "form.announced": by("uk.foreign", "publicly"),
      rationale: by("uk.defence", "Three brigades’ worth of firm numbers before Washington prices its words."),
    },
  },
  dr2: { kind: "guard", actor: "UK", turn: 3, seat: "uk.foreign", ready: false, order: 1, fields: {} },
};

export const presence: Record<string, Present> = {
  "uk.pm": { state: "here", editing: "", policy: "", waits: false, name: "Aoife" },
  "uk.defence": { state: "here", editing: "", policy: "", waits: false, name: "Daniel" },
  "uk.foreign": { state: "here", editing: "", policy: "", waits: false, name: "Sunniva" },
  "uk.treasury": { state: "away", editing: "", policy: "", waits: false, name: "Priya" },
};

export const texts: Record<string, string> = {
  "t.why": "Help Ukraine defend, and say how before anyone asks.",
  "t.expected": "Three contributors agree within the turn.",
  "t.reason": "The hearing answered three of five questions; that weighs a little.",
  "t.prose": "The President decides for the United States after informing Congress.",
  "t.s3": "How many, where, and what if?",
  "t.b3": "Staff letter. We need zones and a response time before the 14th.",
  "t.s2": "Joint text for the protocol",
  "t.b2": "72 hours is too slow for us; could you live with 48?",
  "t.s1": "Re: backstop memorandum, version 3",
  "t.b1": "Counter-offer attached. Level 2, not 3.",
};

/** Before StartEx: no timer, no picture; the brief is open because the seat is confirmed. */
export const lobbyParts: Parts = {
  public: {
    exercise: { ...(publicPart.exercise as NonNullable<Part["exercise"]>), status: "lobby" },
    teams,
    actors,
  },
  seat: {
    you: seatPart.you as NonNullable<Part["you"]>,
    now: { sentence: "Read your brief; control will start the exercise.", to: "brief" },
  },
};

/** After EndEx: everything about the dice is open. */
export const endedParts: Parts = {
  public: {
    ...publicPart,
    exercise: {
      ...(publicPart.exercise as NonNullable<Part["exercise"]>),
      status: "ended",
      rule_card: "K1 leverage",
      seed: "9f3c41d2e5a6b7c8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e70e1",
      nonce: "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
      pack_hash: "aa".repeat(32),
      rules_hash: "bb".repeat(32),
    },
    hot_wash: { surprise: "What surprised you most?", again: "Which decision would you take again, and which not?" },
    scores: { "0": { actor: "UK", title: "Credible force", value: 61.5 } },
  },
  team: teamPart,
  seat: {
    you: seatPart.you as NonNullable<Part["you"]>,
    now: { sentence: "The exercise is over. Answer the questions of the hot wash.", to: "hot_wash", ref: "surprise" },
  },
};
