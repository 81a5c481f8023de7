import { join } from 'node:path';
import { VFile } from 'vfile';
import type { Stage } from '../diagnostics/stage.ts';
import type { Edition, EditionFile, Given, Made } from './edition.ts';

/** A run of making editions. */
export interface MakingAsked {
  /** The folder that their paths are relative to, and its place for diagnostics. */
  folder: string;
  out: string;
  /** The VFiles for diagnostics, to which those of the new files are added. */
  files: VFile[];
  stage: Stage;
}

/** Makes editions one after another, and checks each as soon as it is made. Throws what {@link Edition.make} throws. */
export async function makeEditions(
  editions: readonly Edition[],
  given: Given,
  { folder, out, files, stage }: MakingAsked,
): Promise<Made[]> {
  const all: Made[] = [];
  for (const edition of editions) {
    const made = await stage(edition.stages.make, () => edition.make(given));
    given.made = new Map([...given.made, [edition.name, made]]);
    const checked = made.map((one): EditionFile => {
      if (!edition.has(one.path)) throw new Error(`The edition ${edition.name} has no file ${one.path}.`);
      const file = new VFile({ path: join(folder, one.path), cwd: out });
      one.report?.(file);
      return { ...one, file, whole: true, current: true };
    });
    files.push(...checked.map(({ file }) => file));
    if (edition.check) await stage(edition.stages.check, async () => edition.check?.(checked, given));
    all.push(...made);
  }
  return all;
}

/** Begins work that editions can do before they are made. A failure is reported where its result is used. */
export function makeReady(editions: readonly Edition[], given: Given): void {
  doAhead(...editions.flatMap(({ ahead = [] }) => ahead.map((work) => () => work(given))));
}

/**
 * Loads modules, or does other work whose result is kept, ahead of need. A failure is reported where its result is
 * used.
 */
export function doAhead(...works: (() => Promise<unknown>)[]): void {
  for (const work of works) work().catch(() => {});
}
