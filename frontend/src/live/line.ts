/** The page's one line to the server, and the verbs for it. */
import type { AnyCommand, Attend, ServerFrame } from "../contract";
import { Socket } from "../socket";
import { type Answer, receive, showLine, showParts } from "../store";
import { storage } from "./kept";

let socket: Socket | undefined;

/** `/s/<id>/`, `/e/<id>/control` and `/w/<id>/` each have their socket at `/<s|e|w>/<id>/socket`. */
function socketUrl(place: Pick<Location, "protocol" | "host" | "pathname">): string {
  const [, kind, id] = place.pathname.split("/");
  return `${place.protocol === "https:" ? "wss" : "ws"}://${place.host}/${kind}/${id}/socket`;
}

export function connect(url: string = socketUrl(window.location)): Socket {
  socket?.stop();
  socket = new Socket({
    url,
    storage: storage(),
    listener: {
      document: (parts) => showParts(parts as Parameters<typeof showParts>[0]),
      frame: (frame, claimed) => receive(frame as ServerFrame, claimed),
      state: showLine,
    },
  });
  socket.start();
  window.addEventListener("online", socket.tryNow);
  document.addEventListener("visibilitychange", () => !document.hidden && socket?.tryNow());
  return socket;
}

export function tryNow(): void {
  socket?.tryNow();
}

/** Seconds since StartEx by the server's clock. */
export function serverNow(): number {
  return socket?.clock.now() ?? Date.now() / 1000;
}

/** Send a command; it is kept, over drops and reloads, until the server has answered. */
export function send(command: AnyCommand): Promise<Answer> {
  return ask({ type: "send", command });
}

/** Any other frame that is answered. `lasting`: kept over a reload. */
export async function ask(frame: { type: string } & Record<string, unknown>, lasting = true): Promise<Answer> {
  if (!socket) throw new Error("no line");
  return (await socket.ask(frame, lasting)) as unknown as Answer;
}

export function attend(where: Omit<Attend, "type">): void {
  socket?.say({ type: "attend", ...where });
}
