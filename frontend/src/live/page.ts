/** What the server's shell says beside the page's name: who sits here, before any view has come. */

type Fact = "seat" | "seatTitle" | "team" | "teamName" | "name" | "exerciseTitle" | "account" | "join";

/** `data-seat-title` of `#root`; "" if the shell does not say. */
export function pageFact(fact: Fact): string {
  return document.getElementById("root")?.dataset[fact] ?? "";
}
