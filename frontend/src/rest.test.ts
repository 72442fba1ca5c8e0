import { afterEach, expect, it, vi } from "vitest";
import { call, type RestError } from "./rest";

const answer = (status: number, body: unknown) =>
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(JSON.stringify(body), { status })),
  );
const refusal = () => call("POST", "/api/x", {}).catch((error: unknown) => error as RestError);

afterEach(() => vi.unstubAllGlobals());

it("says the server's own sentence", async () => {
  answer(409, { code: "seat_taken", text: "Somebody sits there." });
  expect(await refusal()).toMatchObject({ code: "seat_taken", message: "Somebody sits there.", status: 409 });
});

it.each([
  [403, {}, "signed_out"],
  [404, {}, "not_found"],
  [429, {}, "throttled"],
  [500, "oops", "500"],
])("has a sentence for a bare %s", async (status, body, code) => {
  answer(status, body);
  const error = (await refusal()) as RestError;
  expect(error.code).toBe(code);
  expect(error.message.length).toBeGreaterThan(20);
});

it("joins the errors of fields into one sentence", async () => {
  answer(400, { title: ["May not be blank."] });
  expect((await refusal()) as RestError).toMatchObject({ message: "title: May not be blank." });
});

it("tells an unreachable server from a refusal", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
  expect((await refusal()) as RestError).toMatchObject({ code: "unreachable", status: 0 });
});

it("sends the CSRF token with everything but reading", async () => {
  // biome-ignore lint/suspicious/noDocumentCookie: as Django sets it
  document.cookie = "csrftoken=abc";
  answer(200, {});
  await call("GET", "/api/x");
  await call("POST", "/api/x", {});
  const headers = vi.mocked(fetch).mock.calls.map(([, init]) => init?.headers as Record<string, string>);
  expect(headers.map((one) => one["X-CSRFToken"])).toEqual([undefined, "abc"]);
});
