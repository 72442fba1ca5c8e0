// Made from wargame/live/frames by `manage.py contract`; never edited.

export type ClientFrame =
  Hello | Send | OpenDraft | EditDraft | DropDraft | ReadTexts | ReadLog | SeeAs | ShowOnWall | Ping | Attend;
export type AnyCommand =
  | SubmitOrder
  | WithdrawOrder
  | SendDispatch
  | AnswerInject
  | CallControl
  | ProposeAgreement
  | ReviseAgreement
  | SignAgreement
  | EndAgreement
  | AnswerHotWash
  | ClosePhase
  | Pause
  | Resume
  | Extend
  | EndExercise
  | Rewind
  | AdjustVariable
  | AcceptRuling
  | AmendRuling
  | OverrideRuling
  | RuleFreeOrder
  | ReturnOrder
  | FireInject
  | HoldInject
  | SkipInject
  | RearmInject
  | MoveInject
  | ImproviseInject
  | AnswerCall
  | RecordObservation;
export type ServerFrame =
  View | Changed | Ack | Refused | Drafts | Presence | Texts | LogPage | SeenAs | Job | Wall | Pong | Closing;
export type PlayerCommand =
  | SubmitOrder
  | WithdrawOrder
  | SendDispatch
  | AnswerInject
  | CallControl
  | ProposeAgreement
  | ReviseAgreement
  | SignAgreement
  | EndAgreement
  | AnswerHotWash;

export interface Contract {
  ClientFrame: ClientFrame;
  ServerFrame: ServerFrame;
  AnyCommand: AnyCommand;
  PlayerCommand: PlayerCommand;
}
/**
 * First frame on a socket: the cursor of the last view or change, if the page still has one.
 */
export interface Hello {
  type: "hello";
  cursor?: string;
  /**
   * The page unpacks raw deflate: views then come as bytes, a fifth of the size or less.
   */
  packed?: boolean;
}
export interface Send {
  type: "send";
  request_id: string;
  command: AnyCommand;
}
export interface SubmitOrder {
  type: "submit_order";
  kind: string;
  actor: string;
  form?: {
    [k: string]: boolean | number | string;
  };
  rationale?: string;
  expected?: string;
  action?: string;
  turn: number;
  /**
   * The draft that this was; deleted with the submission.
   */
  draft?: string;
}
export interface WithdrawOrder {
  type: "withdraw_order";
  order: string;
}
export interface SendDispatch {
  type: "send_dispatch";
  to: string[];
  subject: string;
  body: string;
  reply_to?: string;
}
export interface AnswerInject {
  type: "answer_inject";
  inject: string;
  choice?: string;
  text?: string;
}
export interface CallControl {
  type: "call_control";
  text: string;
}
export interface ProposeAgreement {
  type: "propose_agreement";
  template: string;
  parties: string[];
  terms: {
    [k: string]: boolean | number | string;
  };
  prose?: string;
}
export interface ReviseAgreement {
  type: "revise_agreement";
  agreement: string;
  terms: {
    [k: string]: boolean | number | string;
  };
  prose?: string;
}
export interface SignAgreement {
  type: "sign_agreement";
  agreement: string;
  actor: string;
  text_hash: string;
}
export interface EndAgreement {
  type: "end_agreement";
  agreement: string;
  actor: string;
  reason?: string;
}
export interface AnswerHotWash {
  type: "answer_hot_wash";
  question: string;
  text: string;
}
export interface ClosePhase {
  type: "close_phase";
  turn: number;
  phase: "briefing" | "planning" | "adjudication" | "feedback";
}
export interface Pause {
  type: "pause";
}
export interface Resume {
  type: "resume";
}
export interface Extend {
  type: "extend";
  turn: number;
  phase: "briefing" | "planning" | "adjudication" | "feedback";
  seconds: number;
  team?: string;
}
export interface EndExercise {
  type: "end_exercise";
  reason?: string;
}
export interface Rewind {
  type: "rewind";
  to: number;
  reason: string;
  /**
   * Let everybody read the reason.
   */
  share?: boolean;
}
export interface AdjustVariable {
  type: "adjust_variable";
  path: string;
  value: boolean | number | string;
  reason: string;
}
export interface AcceptRuling {
  type: "accept_ruling";
  ruling: string;
}
export interface AmendRuling {
  type: "amend_ruling";
  ruling: string;
  changes: {
    [k: string]: boolean | number | string;
  };
  reason: string;
}
export interface OverrideRuling {
  type: "override_ruling";
  ruling: string;
  outcome: string;
  reason: string;
}
export interface RuleFreeOrder {
  type: "rule_free_order";
  order: string;
  reason: string;
  success?: {
    [k: string]: boolean | number | string;
  };
  failure?: {
    [k: string]: boolean | number | string;
  };
  odds?: number;
  outcome?: "success" | "failure" | "";
  audience?: string[];
}
export interface ReturnOrder {
  type: "return_order";
  order: string;
  reason: string;
}
export interface FireInject {
  type: "fire_inject";
  inject: string;
  headline?: string;
  body?: string;
  to?: string[];
}
export interface HoldInject {
  type: "hold_inject";
  inject: string;
}
export interface SkipInject {
  type: "skip_inject";
  inject: string;
  reason?: string;
}
export interface RearmInject {
  type: "rearm_inject";
  inject: string;
}
export interface MoveInject {
  type: "move_inject";
  inject: string;
  turn: number;
  phase: "briefing" | "planning" | "adjudication" | "feedback";
  offset: number;
  reason?: string;
}
export interface ImproviseInject {
  type: "improvise_inject";
  to: string[];
  channel: "flash" | "cable" | "press" | "phone" | "letter";
  headline: string;
  body: string;
  answer?: boolean;
}
export interface AnswerCall {
  type: "answer_call";
  call: string;
  text: string;
}
/**
 * Observers send it too, without an objective: those are control's to know.
 */
export interface RecordObservation {
  type: "record_observation";
  objective?: string;
  text: string;
  team?: string;
}
/**
 * Begin a draft that the whole team sees.
 */
export interface OpenDraft {
  type: "open_draft";
  request_id: string;
  kind: string;
  actor: string;
}
/**
 * Set one field; refused as `draft_changed` if another seat changed it since `revision`.
 */
export interface EditDraft {
  type: "edit_draft";
  request_id: string;
  draft: string;
  /**
   * `form.<id>`, `rationale`, `expected`, `action` or `ready` (value true or false).
   */
  field: string;
  value: boolean | number | string;
  revision: number;
}
export interface DropDraft {
  type: "drop_draft";
  request_id: string;
  draft: string;
}
export interface ReadTexts {
  type: "read_texts";
  request_id: string;
  refs: string[];
}
/**
 * Control: a page of the log, newest first, before `before` (0: from the end).
 */
export interface ReadLog {
  type: "read_log";
  request_id: string;
  before?: number;
}
/**
 * Control: the view of a seat, read-only, as a whole.
 */
export interface SeeAs {
  type: "see_as";
  request_id: string;
  seat: string;
}
/**
 * Control: what every wall of the exercise shows from now on.
 */
export interface ShowOnWall {
  type: "show_on_wall";
  request_id: string;
  show: "situation" | "map" | "indicator" | "time_line" | "outcomes" | "clock" | "stand_by" | "question" | "join";
  /**
   * Which indicator, ruling or question.
   */
  of?: string;
  /**
   * For `stand_by`.
   */
  line?: string;
}
/**
 * Keeps the line open and measures the clock's skew.
 */
export interface Ping {
  type: "ping";
  sent: number;
}
/**
 * Where this seat is now, for its team's presence. Unanswered, unnumbered; the next one replaces it.
 */
export interface Attend {
  type: "attend";
  /**
   * The page is hidden.
   */
  away?: boolean;
  /**
   * `draft/field` that has the focus; of control's people, the key of the queue's item in hand.
   */
  editing?: string;
}
/**
 * The whole view: after `hello`, and whenever patches would not do.
 */
export interface View {
  type: "view";
  here: string;
  /**
   * Server's seconds since StartEx.
   */
  now: number;
  parts: Parts;
}
/**
 * A whole view. A player has public, team, seat; an observer public and seat; the wall public; control its own.
 */
export interface Parts {
  public?: Part;
  team?: Part;
  seat?: Part;
  control?: Part;
}
/**
 * Every map may be absent.
 */
export interface Part {
  exercise?: ExerciseShape;
  timer?: TimerShape;
  teams?: {
    [k: string]: TeamShape;
  };
  actors?: {
    [k: string]: ActorShape;
  };
  variables?: {
    [k: string]: VariableShape;
  };
  map?: MapShape;
  marks?: {
    [k: string]: MarkShape;
  };
  red_lines?: {
    [k: string]: RedLineShape;
  };
  facts?: {
    [k: string]: FactShape;
  };
  sources?: {
    [k: string]: SourceShape;
  };
  menu?: {
    [k: string]: MenuShape;
  };
  templates?: {
    [k: string]: TemplateShape;
  };
  /**
   * By actor.
   */
  budget?: {
    [k: string]: BudgetShape;
  };
  orders?: {
    [k: string]: OrderShape;
  };
  rewinds?: {
    [k: string]: RewindShape;
  };
  rulings?: {
    [k: string]: RulingShape;
  };
  injects?: {
    [k: string]: InjectShape;
  };
  dispatches?: {
    [k: string]: DispatchShape;
  };
  calls?: {
    [k: string]: CallShape;
  };
  agreements?: {
    [k: string]: AgreementShape;
  };
  objectives?: {
    [k: string]: string;
  };
  observations?: {
    [k: string]: ObservationShape;
  };
  /**
   * Questions, after EndEx.
   */
  hot_wash?: {
    [k: string]: string;
  };
  /**
   * By question, then seat: own team's; control sees all.
   */
  hot_wash_answers?: {
    [k: string]: {
      [k: string]: string;
    };
  };
  /**
   * After EndEx.
   */
  scores?: {
    [k: string]: ScoreShape;
  };
  you?: YouShape;
  now?: NowShape;
  queue?: {
    [k: string]: QueueShape;
  };
  msel?: {
    [k: string]: MselShape;
  };
  later?: {
    [k: string]: LaterShape;
  };
}
export interface ExerciseShape {
  scenario: string;
  title: string;
  version: string;
  mark: "EXERCISE" | "PRACTICE";
  status: "lobby" | "running" | "ended";
  mode: "engine" | "umpire";
  /**
   * Title.
   */
  start_card: string;
  /**
   * Title; players learn it at EndEx.
   */
  rule_card?: string;
  /**
   * Players learn them at EndEx, too.
   */
  treatments?: TreatmentShape[];
  content_note: string;
  briefing: string;
  limits: string[];
  commitment: string;
  seed?: string;
  nonce?: string;
  pack_hash?: string;
  rules_hash?: string;
}
export interface TreatmentShape {
  title: string;
  /**
   * Title; empty if this group plays as usual.
   */
  arm: string;
}
export interface TimerShape {
  turn: number;
  turns: TurnShape[];
  phase: "briefing" | "planning" | "adjudication" | "feedback";
  phases: PhaseShape[];
  opened_at: number;
  /**
   * Absent: no planned end.
   */
  ends_at?: number;
  paused: boolean;
  /**
   * While paused.
   */
  remaining?: number;
  /**
   * Team part: seconds more for this team alone.
   */
  extra?: number;
}
export interface TurnShape {
  months: number;
  label: string;
}
export interface PhaseShape {
  phase: "briefing" | "planning" | "adjudication" | "feedback";
  seconds: number;
}
export interface TeamShape {
  name: string;
  letters: string;
  slot: number;
  aim: string;
  order: number;
  actors: string[];
  seats: {
    [k: string]: SeatShape;
  };
  /**
   * Orders in this turn: for control always, for players and the wall only where the set-up says so.
   */
  submitted?: number;
}
export interface SeatShape {
  title: string;
  initials: string;
  leads: boolean;
  order: number;
}
export interface ActorShape {
  name: string;
  letters: string;
  /**
   * "" if control plays it.
   */
  team: string;
  order: number;
  stance?: string;
  constraint?: string;
  authorisation?: string;
  facts?: string[];
}
export interface VariableShape {
  name: string;
  unit: string;
  group: string;
  member?: string;
  kind: "number" | "whole" | "flag" | "choice" | "derived";
  /**
   * Control: what a choice may be set to.
   */
  choices?: string[];
  low: number;
  high: number;
  places: number;
  definition: string;
  provenance: ProvenanceShape;
  key: boolean;
  order: number;
  secret?: "" | "team" | "seat" | "control";
  /**
   * Absent when only an estimate or a word is known.
   */
  value?: boolean | number | string;
  estimate?: RangeShape;
  word?: string;
  /**
   * By turn: what this viewer could see of it then. Turn "0" is the start.
   */
  history?: {
    [k: string]: number | string | boolean;
  };
  /**
   * Control: what the public sees of it.
   */
  public?:
    "" | "nothing" | "each team’s own estimate" | "a word" | "the same" | "the same, as far as it can be reckoned";
}
export interface ProvenanceShape {
  kind: "sourced" | "judgement" | "facilitator";
  facts?: string[];
  note?: string;
}
export interface RangeShape {
  low: number;
  high: number;
}
/**
 * What never changes of the map.
 */
export interface MapShape {
  title: string;
  /**
   * West, south, east, north.
   */
  window: number[];
  /**
   * The land drawn beneath.
   */
  base: "" | "europe";
  /**
   * States of the base land that the scenario is about.
   */
  home: string[];
  staging: string[];
  note: string;
  features: {
    [k: string]: FeatureShape;
  };
}
export interface FeatureShape {
  kind: "land" | "zone" | "area" | "belt" | "line" | "limit" | "place" | "label";
  name: string;
  geometry: GeometryShape;
  /**
   * Of a place or zone: where its name stands.
   */
  side: "right" | "left";
  /**
   * Of a label.
   */
  rank: "state" | "home" | "sea";
  /**
   * Left out where there is little room.
   */
  minor: boolean;
  /**
   * Of a zone.
   */
  about: string;
  facts: string[];
  order: number;
}
/**
 * As in GeoJSON.
 */
export interface GeometryShape {
  type: "Point" | "LineString" | "Polygon" | "MultiPolygon";
  coordinates: unknown[];
}
/**
 * Values told on the map; those who get the mark know them.
 */
export interface MarkShape {
  /**
   * Of `variables`: one, or one for each member of a set.
   */
  paths: string[];
  /**
   * The value's own name if absent.
   */
  name?: string;
  /**
   * On the plate.
   */
  word?: string;
  /**
   * Longitude, latitude; a mark without is told in words only.
   */
  at?: number[];
  zone?: string;
  layer: "forces" | "air_sea";
  symbol?: "air" | "sea";
  /**
   * Features that lie elsewhere as the value changes; of areas the points on a line that moves.
   */
  moves?: string[];
  /**
   * Degrees east and north for each one of the value.
   */
  by?: number[];
  order: number;
}
export interface RedLineShape {
  owner: string;
  title: string;
  consequence: string;
  status: "open" | "near" | "crossed";
  binds_owner: boolean;
  facts: string[];
  order: number;
  secret?: "" | "team" | "seat" | "control";
}
export interface FactShape {
  text: string;
  sources: string[];
}
export interface SourceShape {
  title: string;
  date: string;
  note?: string;
}
export interface MenuShape {
  title: string;
  summary: string;
  form: FieldShape[];
  facts: string[];
  crosses: string[];
  /**
   * For bots.
   */
  leans?: ("firm" | "conciliatory" | "risky")[];
  /**
   * Resource groups whose cost hangs on the form.
   */
  priced_by_form?: string[];
  order: number;
  actors: {
    [k: string]: MenuActorShape;
  };
}
export interface FieldShape {
  id: string;
  label: string;
  kind: "number" | "whole" | "flag" | "choice";
  unit?: string;
  choices?: ChoiceShape[];
  hint?: string;
  default?: boolean | number | string;
  required: boolean;
  low?: number;
  high?: number;
  /**
   * What bots would fill in.
   */
  wished?: {
    [k: string]: boolean | number | string;
  };
}
export interface ChoiceShape {
  value: string;
  label: string;
}
export interface MenuActorShape {
  /**
   * Needs met, paid for, not used up and within the limit of orders; the phase is for the timer to say.
   */
  possible: boolean;
  /**
   * Already submitted this turn, and only once allowed.
   */
  used: boolean;
  /**
   * By resource group; what hangs on the form is absent until the order is submitted.
   */
  cost: {
    [k: string]: number;
  };
  /**
   * By position.
   */
  needs: {
    [k: string]: NeedShape;
  };
  /**
   * By field, where bounds depend on the state.
   */
  bounds: {
    [k: string]: BoundsShape;
  };
}
export interface NeedShape {
  met: boolean;
  why: string;
  /**
   * Teams' ids (or "control") whose decision could lift it.
   */
  deciders: string[];
  /**
   * Titles of the seats, where the pack names one.
   */
  seats?: string[];
  act: string;
}
/**
 * One of the two may be open, or not known to this viewer.
 */
export interface BoundsShape {
  low?: number;
  high?: number;
}
export interface TemplateShape {
  title: string;
  summary: string;
  parties: string[][];
  clauses: FieldShape[];
  prose: boolean;
  facts: string[];
  leans?: ("firm" | "conciliatory" | "risky")[];
  /**
   * Why no text of this kind can be signed now, as far as all can know; each in a sentence.
   */
  unmet?: string[];
  order: number;
}
export interface BudgetShape {
  /**
   * By resource group: `pc`, `eur`.
   */
  stores: {
    [k: string]: StoreShape;
  };
  /**
   * Submitted this turn.
   */
  orders: number;
  limit?: number;
}
export interface StoreShape {
  name: string;
  unit: string;
  have: number;
  committed: number;
}
export interface OrderShape {
  kind: string;
  title: string;
  actor: string;
  seat: string;
  team: string;
  turn: number;
  /**
   * Own team's and control's.
   */
  at?: number;
  status: "submitted" | "withdrawn" | "returned" | "ruled";
  form: {
    [k: string]: boolean | number | string;
  };
  /**
   * The form in the pack's words, in its order; empty for free-form orders.
   */
  said: SaidShape[];
  cost: {
    [k: string]: number;
  };
  rationale?: string;
  expected?: string;
  action?: string;
  reason?: string;
  ruling?: string;
}
/**
 * One field of an order's form, as people read it.
 */
export interface SaidShape {
  label: string;
  value: boolean | number | string;
  unit: string;
}
/**
 * Control went back to an earlier point: what was done since is void.
 */
export interface RewindShape {
  /**
   * Of the point.
   */
  turn: number;
  phase: "briefing" | "planning" | "adjudication" | "feedback";
  /**
   * The point is the phase's very beginning.
   */
  start: boolean;
  /**
   * When control went back.
   */
  at: number;
  /**
   * Absent where control did not share it.
   */
  reason?: string;
}
export interface RulingShape {
  kind: "order" | "free" | "rule" | "drift" | "arrival";
  title: string;
  /**
   * Order id, for those who see the order; else empty.
   */
  subject: string;
  rule: string;
  version: number;
  turn: number;
  month: number;
  actor: string;
  status: "proposed" | "issued";
  outcome: string;
  sentence: string;
  outcomes: OutcomeShape[];
  terms: TermShape[];
  /**
   * Some terms may not be seen: then no probability, no draw, no amounts; `factors` has the visible ones in words.
   */
  hidden_terms: boolean;
  factors?: string[];
  probability?: number;
  draw?: number;
  /**
   * Only of values that this viewer knows exactly.
   */
  changes: ChangeShape[];
  /**
   * Control only: the state that the formulas read, frozen; `fault` and `kept` say what could not be worked out and
   * what was kept in its range.
   */
  inputs?: {
    [k: string]: boolean | number | string;
  };
  decision?: DecisionShape;
  /**
   * Position among the rulings this viewer sees, so that they can be told in order.
   */
  order: number;
}
export interface OutcomeShape {
  id: string;
  label: string;
  share?: number;
}
export interface TermShape {
  id: string;
  label: string;
  value: number;
  input: boolean | number | string;
  unit: string;
  provenance: ProvenanceShape;
}
export interface ChangeShape {
  path: string;
  name: string;
  before: boolean | number | string;
  after: boolean | number | string;
  unit?: string;
}
export interface DecisionShape {
  kind: "accepted" | "amended" | "overridden" | "ruled" | "issued";
  /**
   * Control only.
   */
  at?: number;
  reason?: string;
}
export interface InjectShape {
  channel: string;
  persona: string;
  headline?: string;
  body?: string;
  /**
   * Set when control wrote or edited it: read the text instead.
   */
  headline_ref?: string;
  body_ref?: string;
  turn: number;
  at: number;
  provenance: ProvenanceShape;
  wants_answer: boolean;
  choices?: AnswerChoiceShape[];
  answer_by?: number;
  /**
   * By seat: own team's; control sees all.
   */
  answers?: {
    [k: string]: AnswerShape;
  };
  /**
   * ["all"] or the viewer's own team or seat; control sees the whole audience.
   */
  to: string[];
  order: number;
}
export interface AnswerChoiceShape {
  value: string;
  label: string;
  leans?: ("firm" | "conciliatory" | "risky")[];
}
export interface AnswerShape {
  choice: string;
  text: string;
}
export interface DispatchShape {
  /**
   * Sender's team id, or "control".
   */
  team: string;
  seat: string;
  /**
   * The addressed teams, as "team:x" or "control".
   */
  to: string[];
  subject: string;
  body: string;
  at: number;
  turn: number;
  reply_to?: string;
  order: number;
}
export interface CallShape {
  seat: string;
  text: string;
  at: number;
  answer?: string;
}
export interface AgreementShape {
  template: string;
  title: string;
  parties: string[];
  terms: {
    [k: string]: boolean | number | string;
  };
  prose?: string;
  text_hash: string;
  version: number;
  /**
   * Actor.
   */
  author: string;
  turn: number;
  /**
   * By actor: under the present version.
   */
  signed: {
    [k: string]: boolean;
  };
  status: "proposed" | "in_force" | "ended" | "rejected";
  ended_by?: string;
  reason?: string;
  /**
   * Of a proposed text: why it cannot be signed yet, each in a sentence.
   */
  unmet?: string[];
  before?: WordingShape;
  order: number;
}
/**
 * The version before this one, to show what has changed.
 */
export interface WordingShape {
  terms: {
    [k: string]: boolean | number | string;
  };
  prose?: string;
}
export interface ObservationShape {
  seat: string;
  objective: string;
  team: string;
  text: string;
  at: number;
  turn: number;
}
export interface ScoreShape {
  actor: string;
  title: string;
  value: number;
}
export interface YouShape {
  role: "player" | "control" | "observer";
  seat?: string;
  title: string;
  initials: string;
  leads?: boolean;
  team?: string;
  brief?: string;
  team_brief?: string;
}
export interface NowShape {
  sentence: string;
  to: "" | "orders" | "inbox" | "rulings" | "agreements" | "brief" | "queue" | "report" | "hot_wash";
  ref?: string;
}
export interface QueueShape {
  kind: "ruling" | "free" | "inject" | "call" | "answer" | "timer" | "idle";
  title: string;
  detail: string;
  team?: string;
  ref: string;
  since: number;
  due?: number;
}
export interface MselShape {
  headline: string;
  kind: "scheduled" | "condition" | "manual" | "not_done_by" | "improvised";
  /**
   * In words.
   */
  when: string;
  turn?: number;
  phase?: string;
  offset?: number;
  due_at?: number;
  /**
   * In words: where the pack had it, before control moved it.
   */
  planned?: string;
  moved_reason?: string;
  status: "armed" | "held" | "fired" | "skipped";
  by?: string;
  fired_at?: number;
  fired_turn?: number;
  to: string[];
  note: string;
  body: string;
  order: number;
}
export interface LaterShape {
  title: string;
  month: number;
}
/**
 * A JSON Merge Patch of the parts, from cursor `prev` to `here`.
 */
export interface Changed {
  type: "changed";
  prev: string;
  here: string;
  now: number;
  patch: {
    [k: string]: unknown;
  };
}
export interface Ack {
  type: "ack";
  request_id: string;
  /**
   * Id of what the command made: order, draft, dispatch, agreement …
   */
  made: string;
  /**
   * New revision of an edited draft field.
   */
  revision: number;
}
export interface Refused {
  type: "refused";
  /**
   * Empty when the frame was too broken to have one.
   */
  request_id: string;
  code: string;
  text: string;
}
/**
 * The team's drafts, whole; sent after `view` and whenever one changes.
 */
export interface Drafts {
  type: "drafts";
  drafts: {
    [k: string]: Draft;
  };
}
export interface Draft {
  kind: string;
  actor: string;
  turn: number;
  seat: string;
  fields: {
    [k: string]: DraftField;
  };
  ready: boolean;
  order: number;
}
export interface DraftField {
  value: boolean | number | string;
  revision: number;
  /**
   * Who changed it last.
   */
  seat: string;
}
/**
 * Own team's seats; for control all, and control's people. Unnumbered: the next one replaces it.
 */
export interface Presence {
  type: "presence";
  seats: {
    [k: string]: Present;
  };
  /**
   * By account; for control alone.
   */
  staff: {
    [k: string]: PresentStaff;
  };
}
export interface Present {
  state: "here" | "away" | "dropped" | "bot" | "free";
  /**
   * `draft/field` that this seat is in (own team only).
   */
  editing: string;
  /**
   * Display name, for own team and control.
   */
  name: string;
  /**
   * Of a bot: how it plays.
   */
  policy: string;
  /**
   * Somebody sits here whom control has not confirmed; told to control.
   */
  waits: boolean;
}
/**
 * One of control's people, on however many pages.
 */
export interface PresentStaff {
  name: string;
  away: boolean;
  /**
   * Key of the queue's item in hand; "" for none, and while they are away.
   */
  holds: string;
}
export interface Texts {
  type: "texts";
  request_id: string;
  /**
   * Only those that this viewer may read and that are not erased.
   */
  texts: {
    [k: string]: string;
  };
}
export interface LogPage {
  type: "log_page";
  request_id: string;
  lines: LogLine[];
  head: number;
  head_hash: string;
}
export interface LogLine {
  seq: number;
  at: number;
  turn: number;
  kind: string;
  sentence: string;
  /**
   * Reference of the text that says why, where the act has one that still counts.
   */
  reason?: string;
  /**
   * Of what a rewind took back: that text itself, since no view refers to it any more.
   */
  why?: string;
  /**
   * A rewind took it back.
   */
  void: boolean;
  team: string;
  /**
   * Who of control's people did it.
   */
  by?: string;
  hash: string;
}
export interface SeenAs {
  type: "seen_as";
  request_id: string;
  seat: string;
  parts: Parts;
}
/**
 * Progress of work in a worker that this viewer asked for or waits on.
 */
export interface Job {
  type: "job";
  job: string;
  kind: "adjudication" | "report";
  state: "waiting" | "running" | "done" | "failed";
  /**
   * 0 to 1.
   */
  progress: number;
  text: string;
  link: string;
}
/**
 * What the walls show, for walls and control. Unnumbered: the next one replaces it.
 */
export interface Wall {
  type: "wall";
  show: "situation" | "map" | "indicator" | "time_line" | "outcomes" | "clock" | "stand_by" | "question" | "join";
  of: string;
  line: string;
  /**
   * The join code, while the lobby or the slide calls for it.
   */
  code: string;
  /**
   * Seats of teams that are not free, of `seats`.
   */
  taken: number;
  seats: number;
}
export interface Pong {
  type: "pong";
  sent: number;
  now: number;
}
/**
 * The last frame: this seat is taken elsewhere, was freed, or the page must be loaded anew.
 */
export interface Closing {
  type: "closing";
  why: "taken_elsewhere" | "freed" | "reload" | "full";
}
