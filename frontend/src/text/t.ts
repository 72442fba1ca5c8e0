import { en } from "./en";

/** A text is a sentence with {holes}, or two of them where the count `n` decides. */
export type Message = string | { one: string; other: string };
type Key = keyof typeof en;
type Holes<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;
type HolesOf<M> = M extends { other: infer S } ? Holes<S> | "n" : Holes<M>;
type Params<K extends Key> = HolesOf<(typeof en)[K]>;
type Args<K extends Key> = [Params<K>] extends [never] ? [] : [Record<Params<K>, string | number>];
export type TextKey = Key;

const plural = new Intl.PluralRules("en");

/** The text of this key with its holes filled. */
export function t<K extends Key>(key: K, ...[params]: Args<K>): string {
  const message: Message = en[key];
  const filled: Record<string, string | number> = params ?? {};
  return sentence(message, filled).replace(/\{(\w+)\}/g, (_, name: string) => String(filled[name] ?? ""));
}

function sentence(message: Message, params: Record<string, string | number>): string {
  if (typeof message === "string") return message;
  return plural.select(Number(params.n)) === "one" ? message.one : message.other;
}
