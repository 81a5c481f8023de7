/**
 * The best ways of coming to the places of a paragraph, each known by a number. There are hundreds of thousands in an issue, so they are columns of numbers that
 * the next paragraph writes over, and nothing has to be cleared away.
 */
export const nodes = {
  /** How many there are. */
  size: 0,
  /** The place that a line ends at. */
  place: new Int32Array(4096),
  /** Lines so far. */
  count: new Int32Array(4096),
  /** How tight or loose that line is, and its ratio. */
  fitness: new Int32Array(4096),
  ratio: new Float64Array(4096),
  /** Lines in a row, up to here, that end in a hyphen. */
  hyphens: new Int32Array(4096),
  demerits: new Float64Array(4096),
  /** The node that the line begins at; -1 at the paragraph’s beginning. */
  before: new Int32Array(4096),
};

/** Begins a paragraph: its beginning is node 0. */
export function begin(): void {
  nodes.size = 1;
  nodes.place[0] = 0;
  nodes.count[0] = 0;
  nodes.fitness[0] = 1;
  nodes.hyphens[0] = 0;
  nodes.demerits[0] = 0;
  nodes.before[0] = -1;
}

/**
 * Enters a way to a place, unless one is known that is as good for all that may follow. Those to the same place are known from the number `found` on; it makes no
 * difference how many lines went before if they are `alike` or more.
 */
export function enter(
  found: number,
  to: number,
  count: number,
  alike: number,
  fitness: number,
  hyphens: number,
  ratio: number,
  demerits: number,
  before: number,
): void {
  let node = found;
  for (; node < nodes.size; node++) {
    if (nodes.fitness[node] !== fitness || nodes.hyphens[node] !== hyphens) continue;
    if (!isAlike(nodes.count[node] ?? 0, count, alike)) continue;
    if ((nodes.demerits[node] ?? 0) <= demerits) return;
    break;
  }
  if (node === nodes.size) {
    if (node === nodes.place.length) makeRoom(node * 2);
    nodes.size++;
  }
  nodes.place[node] = to;
  nodes.count[node] = count;
  nodes.fitness[node] = fitness;
  nodes.hyphens[node] = hyphens;
  nodes.ratio[node] = ratio;
  nodes.demerits[node] = demerits;
  nodes.before[node] = before;
}

/** Whether another way to the same place is better whatever follows: it has as few hyphens, and is ahead by all that a contrast may cost. */
export function isBeaten(node: number, found: number, alike: number, contrast: number): boolean {
  for (let other = found; other < nodes.size; other++) {
    if (
      (nodes.demerits[other] ?? 0) + contrast < (nodes.demerits[node] ?? 0) &&
      (nodes.hyphens[other] ?? 0) <= (nodes.hyphens[node] ?? 0) &&
      isAlike(nodes.count[other] ?? 0, nodes.count[node] ?? 0, alike)
    )
      return true;
  }
  return false;
}

/** Whether it makes no difference to the lines that follow which of two numbers of lines went before. */
function isAlike(one: number, other: number, alike: number): boolean {
  return one === other || (one >= alike && other >= alike);
}

function makeRoom(most: number): void {
  for (const name of ['place', 'count', 'fitness', 'hyphens', 'before'] as const) {
    const made = new Int32Array(most);
    made.set(nodes[name]);
    nodes[name] = made;
  }
  for (const name of ['ratio', 'demerits'] as const) {
    const made = new Float64Array(most);
    made.set(nodes[name]);
    nodes[name] = made;
  }
}
