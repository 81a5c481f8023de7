/**
 * The best ways of coming to the places of a paragraph, each known by a number. There are hundreds of thousands in an issue, so they are columns of numbers that
 * the next paragraph writes over, and nothing has to be cleared away.
 */
export interface Nodes {
  /** How many there are. */
  size: number;
  /** The place that a line ends at. */
  place: Int32Array;
  /** Lines so far. */
  count: Int32Array;
  /** How tight or loose that line is, and its ratio. */
  fitness: Int32Array;
  ratio: Float64Array;
  /** Lines in a row, up to here, that end in a hyphen. */
  hyphens: Int32Array;
  demerits: Float64Array;
  /** The node that the line begins at; -1 at the paragraph’s beginning. */
  before: Int32Array;
}

/** Room for so many nodes; what is known of `old` stays. */
export function roomFor(most: number, old?: Nodes): Nodes {
  const whole = (column?: Int32Array) => {
    const made = new Int32Array(most);
    if (column) made.set(column);
    return made;
  };
  const real = (column?: Float64Array) => {
    const made = new Float64Array(most);
    if (column) made.set(column);
    return made;
  };
  return {
    size: old?.size ?? 0,
    place: whole(old?.place),
    count: whole(old?.count),
    fitness: whole(old?.fitness),
    ratio: real(old?.ratio),
    hyphens: whole(old?.hyphens),
    demerits: real(old?.demerits),
    before: whole(old?.before),
  };
}
