/** Whole views come as raw deflate. A browser that cannot unpack says nothing of it and gets them as text. */

export const canUnpack = typeof DecompressionStream !== "undefined";

export function unpacked(bytes: ArrayBuffer): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}
