import { join } from 'node:path';
import { VFile } from 'vfile';
import type { Stage } from '../diagnostics/stage.ts';
import type { Edition, EditionFile, Given, Made } from './edition.ts';

/** What editions are made for. */
export interface MakingAsked {
  /** The folder that their paths are in, and where that is, in diagnostics. */
  folder: string;
  out: string;
  /** What is reported on, to which what stands for their files is added. */
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

/** Begins what editions can have ready before they are made. What fails is told where it is asked for. */
export function makeReady(editions: readonly Edition[], given: Given): void {
  doAhead(...editions.flatMap(({ ahead = [] }) => ahead.map((work) => () => work(given))));
}

/** Loads rooms, or does other work that is remembered, ahead of need. What fails is told where it is asked for. */
export function doAhead(...works: (() => Promise<unknown>)[]): void {
  for (const work of works) work().catch(() => {});
}
