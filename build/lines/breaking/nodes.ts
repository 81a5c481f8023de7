/**
 * The nodes of Knuth and Plass: the best known ways to the places of a paragraph, each identified by its index. An
 * issue has hundreds of thousands of them, so they are columns of numbers that the next paragraph overwrites, and the
 * garbage collector has no work.
 */
export const nodes = {
  /** Number of nodes in use. */
  size: 0,
  /** The place at which the node’s last line ends. */
  place: new Int32Array(4096),
  /** Number of lines up to there. */
  count: new Int32Array(4096),
  /** Fitness class of the last line, and its ratio. */
  fitness: new Int32Array(4096),
  ratio: new Float64Array(4096),
  /** Number of consecutive lines, up to the last one, that end in a hyphen. */
  hyphens: new Int32Array(4096),
  demerits: new Float64Array(4096),
  /** The node at which the last line begins; -1 for the beginning of the paragraph. */
  before: new Int32Array(4096),
};

/** Starts a paragraph: forgets all nodes but node 0, its beginning. */
export function startNodes(): void {
  nodes.size = 1;
  nodes.place[0] = 0;
  nodes.count[0] = 0;
  nodes.fitness[0] = 1;
  nodes.hyphens[0] = 0;
  nodes.demerits[0] = 0;
  nodes.before[0] = -1;
}

/**
 * Adds a way to the place `to`, unless a cheaper one with the same future is known. The arguments from `to` on are the
 * columns of {@link nodes}; they are positional because this is called hundreds of thousands of times. `firstHere` is
 * the first node at the same place; from line `sameFrom` on all measures are equal, so that the number of lines no
 * longer matters.
 */
export function addNode(
  firstHere: number,
  to: number,
  count: number,
  sameFrom: number,
  fitness: number,
  hyphens: number,
  ratio: number,
  demerits: number,
  before: number,
): void {
  let node = firstHere;
  for (; node < nodes.size; node++) {
    if (nodes.fitness[node] !== fitness || nodes.hyphens[node] !== hyphens) continue;
    if (!isAlike(nodes.count[node] ?? 0, count, sameFrom)) continue;
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

/**
 * True if another way to the same place is better whatever follows: it ends in no more hyphens, and is cheaper by more
 * than a contrast of fitness can cost.
 */
export function isDominated(node: number, firstHere: number, sameFrom: number, contrast: number): boolean {
  for (let other = firstHere; other < nodes.size; other++) {
    if (
      (nodes.demerits[other] ?? 0) + contrast < (nodes.demerits[node] ?? 0) &&
      (nodes.hyphens[other] ?? 0) <= (nodes.hyphens[node] ?? 0) &&
      isAlike(nodes.count[other] ?? 0, nodes.count[node] ?? 0, sameFrom)
    )
      return true;
  }
  return false;
}

/** True if the lines that follow two numbers of lines have the same measures. */
function isAlike(one: number, other: number, sameFrom: number): boolean {
  return one === other || (one >= sameFrom && other >= sameFrom);
}

function makeRoom(capacity: number): void {
  for (const name of ['place', 'count', 'fitness', 'hyphens', 'before'] as const) {
    const made = new Int32Array(capacity);
    made.set(nodes[name]);
    nodes[name] = made;
  }
  for (const name of ['ratio', 'demerits'] as const) {
    const made = new Float64Array(capacity);
    made.set(nodes[name]);
    nodes[name] = made;
  }
}
