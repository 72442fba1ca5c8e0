/** Plates that would lie on one another move apart: the lower one down, never sideways, so that its place stays plain. */
export interface Box {
  /** Middle. */
  x: number;
  y: number;
  width: number;
  height: number;
}

const GAP = 3;

/** The same boxes in the same order. */
export function spread<B extends Box>(boxes: B[]): B[] {
  const placed: B[] = [];
  const moved = new Map<B, B>();
  for (const box of [...boxes].sort((a, b) => a.y - b.y)) {
    const found = lowered(box, placed);
    placed.push(found);
    moved.set(box, found);
  }
  return boxes.map((box) => moved.get(box) ?? box);
}

function lowered<B extends Box>(box: B, placed: B[]): B {
  const under = placed.find((other) => overlap(box, other));
  return under ? lowered({ ...box, y: under.y + (under.height + box.height) / 2 + GAP }, placed) : box;
}

export function overlap(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
}
