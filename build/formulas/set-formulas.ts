import { type Cache, keyOf } from '../cache/cache.ts';
import { threadsOf } from '../threads/threads.ts';
import type { FormulaFault, SetFormula, WrittenFormula } from './formula.ts';

type Made = SetFormula | FormulaFault;

/** One thread has MathJax, for a minute: it takes half a second to start. */
const threads = threadsOf<WrittenFormula[], Made[]>(
  new URL('./formula-thread.mjs', import.meta.url),
  async (formulas) => (await import('./run-job.ts')).runFormulaJob(formulas),
  1,
  60_000,
);

/** The latest formulas, which a preview asks for again and again. */
const known = new Map<string, Made>();
const mostKnown = 5000;
const inAnyLanguage = new Map<string, Made>();

/**
 * Sets formulas, each once, or takes them from an earlier build. The results are in the order of the formulas, and the
 * same whatever was set before.
 */
export async function setFormulas(formulas: readonly WrittenFormula[], cache: Cache): Promise<Made[]> {
  const keys = formulas.map(keyFor);
  const wanted = new Map(keys.map((key, i) => [key, formulas[i] as WrittenFormula]));
  const made = new Map<string, Made>();
  await Promise.all(
    [...wanted.keys()].map(async (key) => {
      const found = known.get(key) ?? (await cache.find<Made>('formula', key));
      if (found) made.set(key, found);
    }),
  );
  const missing = [...wanted].filter(([key]) => !made.has(key));
  if (missing.length > 0) {
    const results = await threads.run(missing.map(([, formula]) => formula));
    for (const [i, [key]] of missing.entries()) made.set(key, results[i] as Made);
    for (const [key] of missing) await cache.keep('formula', key, made.get(key) as Made);
  }
  if (known.size + made.size > mostKnown) {
    known.clear();
    inAnyLanguage.clear();
  }
  for (const [key, one] of made) {
    known.set(key, one);
    const { isDisplayed, tex } = wanted.get(key) as WrittenFormula;
    inAnyLanguage.set(`${isDisplayed} ${tex}`, one);
  }
  return keys.map((key) => made.get(key) as Made);
}

/** A formula that was set a moment ago; where it was not in its language, as it was in another. */
export function knownFormula(formula: WrittenFormula): Made | undefined {
  return known.get(keyFor(formula)) ?? inAnyLanguage.get(`${formula.isDisplayed} ${formula.tex}`);
}

/** The face that formulas are set in, with its version. */
const face = 'STIX 2 4.1.0';
/** Counts up whenever another version would set a formula otherwise. */
const form = 3;

function keyFor(formula: WrittenFormula): string {
  return keyOf({ ...formula, face, form });
}
