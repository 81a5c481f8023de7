import { theoremKinds } from '../../languages/schema.ts';

/** The kind of a theorem or proof. */
export type TheoremKind = (typeof theoremKinds)[number];

/** The short names of kinds: prefixes of ids in Quarto and bookdown, and environments of LaTeX that Pandoc keeps. */
const short: Record<string, TheoremKind> = {
  thm: 'theorem',
  lem: 'lemma',
  cor: 'corollary',
  prp: 'proposition',
  prop: 'proposition',
  cnj: 'conjecture',
  conj: 'conjecture',
  hyp: 'hypothesis',
  def: 'definition',
  defn: 'definition',
  exm: 'example',
  exr: 'exercise',
  rem: 'remark',
  rmk: 'remark',
  sol: 'solution',
  prf: 'proof',
  alg: 'algorithm',
};

/** True if a block is a theorem, a proof or the like. */
export function isTheorem(name: string): name is TheoremKind {
  return (theoremKinds as readonly string[]).includes(name);
}

/** The kind that a block of another dialect names in small letters: `thm`, or MyST’s `prf:theorem`. */
export function theoremNamed(name: string): TheoremKind | undefined {
  const bare = name.replace(/^prf[:-]/, '');
  return isTheorem(bare) ? bare : short[bare];
}

/** The kind that an id names by its prefix, `thm-line`; undefined for a prefix that is not one. */
export function theoremOfId(id: string): TheoremKind | undefined {
  return short[/^([a-z]+)[:-]/.exec(id)?.[1] ?? ''];
}

/** The prefix that bookdown puts before the label of a kind, to name it in references: `thm` for a theorem. */
export function prefixOf(kind: TheoremKind): string {
  return Object.entries(short).find(([, one]) => one === kind)?.[0] ?? kind;
}
