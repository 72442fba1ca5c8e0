/** 32 hex digits. `crypto.randomUUID` is missing on plain HTTP, and a phone in the room may use just that. */
export function requestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
