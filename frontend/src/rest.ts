/** The HTTP door, typed: the staff's session by cookie, and Django's CSRF token in a header. */
import type {
  BookShape,
  ExerciseLine,
  LinkShape,
  LobbyShape,
  NewExercise,
  NewReport,
  NewSimulation,
  ReportShape,
  ScenarioShape,
  SimulationLine,
  SimulationShape,
} from "./shapes";
import { t } from "./text/t";
import type { BotPolicy } from "./ui/bots";

/** What the server said no to, with its own sentence; or that it could not be reached. */
export class RestError extends Error {
  constructor(
    readonly code: string,
    text: string,
    readonly status: number,
  ) {
    super(text);
  }
}

type Method = "GET" | "POST" | "DELETE";
export type SeatAct = "confirm" | "free";

/** Raises `RestError`. */
export async function call<Answer>(method: Method, path: string, body?: object): Promise<Answer> {
  const response = await reach(method, path, body);
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusal(response.status, answer);
  return answer as Answer;
}

async function reach(method: Method, path: string, body?: object): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      credentials: "same-origin",
      headers: headers(method, body),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  } catch {
    throw new RestError("unreachable", t("rest.unreachable"), 0);
  }
}

function headers(method: Method, body?: object): Record<string, string> {
  return {
    Accept: "application/json",
    ...(body ? { "Content-Type": "application/json" } : {}),
    ...(method === "GET" ? {} : { "X-CSRFToken": csrfToken() }),
  };
}

function csrfToken(): string {
  const cookie = /(?:^|;\s*)csrftoken=([^;]+)/.exec(document.cookie)?.[1];
  return cookie ?? document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}

function refusal(status: number, answer: unknown): RestError {
  const { code, text, detail } = (answer ?? {}) as Record<"code" | "text" | "detail", unknown>;
  if (typeof text === "string") return new RestError(String(code ?? status), text, status);
  if (status === 401 || status === 403) return new RestError("signed_out", t("rest.signed_out"), status);
  if (status === 404) return new RestError("not_found", t("rest.not_found"), status);
  if (status === 429) return new RestError("throttled", t("rest.throttled"), status);
  if (typeof detail === "string") return new RestError(String(status), detail, status);
  return new RestError(String(status), status === 400 ? fieldErrors(answer) : t("rest.failed"), status);
}

/** `{title: ["May not be blank."]}` as one sentence. */
function fieldErrors(answer: unknown): string {
  const said = Object.entries((answer ?? {}) as Record<string, unknown>)
    .map(([field, errors]) => `${field}: ${[errors].flat().join(" ")}`)
    .join(" ");
  return said || t("rest.failed");
}

export const scenarios = () => call<ScenarioShape[]>("GET", "/api/scenarios");
export const book = (id: string) => call<BookShape>("GET", `/api/scenarios/${encodeURIComponent(id)}`);
export const exercises = () => call<ExerciseLine[]>("GET", "/api/exercises");
export const openExercise = (setup: NewExercise) => call<LobbyShape>("POST", "/api/exercises", setup);
export const lobby = (id: string) => call<LobbyShape>("GET", `/api/exercises/${id}`);
export const dropExercise = (id: string) => call<void>("DELETE", `/api/exercises/${id}`);
export const startExercise = (id: string) => call<LobbyShape>("POST", `/api/exercises/${id}/start`, {});
export const changeSeat = (id: string, seat: string, act: SeatAct) =>
  call<LobbyShape>("POST", `/api/exercises/${id}/seats/${encodeURIComponent(seat)}/${act}`, {});
export const putBot = (id: string, seat: string, policy: BotPolicy) =>
  call<LobbyShape>("POST", `/api/exercises/${id}/seats/${encodeURIComponent(seat)}/bot`, { policy });
export const freeObserver = (id: string, key: string) =>
  call<LobbyShape>("DELETE", `/api/exercises/${id}/observers/${encodeURIComponent(key)}`);
export const fillWithBots = (id: string) => call<LobbyShape>("POST", `/api/exercises/${id}/bots`, {});
export const newCodes = (id: string) => call<LobbyShape>("POST", `/api/exercises/${id}/codes`, {});
export const facilitatorLink = (id: string, name: string) =>
  call<LinkShape>("POST", `/api/exercises/${id}/links`, { name });
export const reports = (id: string) => call<ReportShape[]>("GET", `/api/exercises/${id}/reports`);
export const askReport = (id: string, wanted: NewReport) =>
  call<ReportShape>("POST", `/api/exercises/${id}/reports`, wanted);
export const report = (id: string) => call<ReportShape>("GET", `/api/reports/${id}`);
export const simulations = (scenario: string) =>
  call<SimulationLine[]>("GET", `/api/simulations?scenario=${encodeURIComponent(scenario)}`);
export const startSimulation = (wanted: NewSimulation) => call<SimulationLine>("POST", "/api/simulations", wanted);
export const simulation = (id: string) => call<SimulationShape>("GET", `/api/simulations/${encodeURIComponent(id)}`);
export const cancelSimulation = (id: string) =>
  call<SimulationLine>("POST", `/api/simulations/${encodeURIComponent(id)}/cancel`, {});

/** The exercise of the page `/e/<id>/…`. */
export function exerciseId(): string {
  return window.location.pathname.split("/")[2] ?? "";
}
