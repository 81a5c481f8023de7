import { join } from 'node:path';
import { VFile } from 'vfile';
import type { Stage } from '../diagnostics/stage.ts';
import type { OutputFiles } from '../disk/output-files.ts';
import type { Edition, EditionContext, EditionFile, EditionOutput } from './edition.ts';

/** A run of making editions. */
export interface MakeEditionsOptions {
  /** The folder that their paths are relative to, and its place for diagnostics. */
  folder: string;
  out: string;
  /** The VFiles for diagnostics, to which those of the new files are added. */
  files: VFile[];
  stage: Stage;
}

/**
 * Makes editions one after another, writes their files into a folder, and checks each edition as soon as it is made.
 * Throws what {@link Edition.make} throws, and the system’s errors.
 */
export async function makeEditions(
  editions: readonly Edition[],
  context: EditionContext,
  output: OutputFiles,
  { folder, out, files, stage }: MakeEditionsOptions,
): Promise<EditionOutput[]> {
  const all: EditionOutput[] = [];
  for (const edition of editions) {
    const outputs = await stage(edition.stages.make, () => edition.make(context, output));
    context.outputs = new Map([...context.outputs, [edition.name, outputs]]);
    const checked = outputs.map((one): EditionFile => {
      if (!edition.has(one.path)) throw new Error(`The edition ${edition.name} has no file ${one.path}.`);
      const file = new VFile({ path: join(folder, one.path), cwd: out });
      one.report?.(file);
      return { ...one, file, read: () => output.read(one.path), whole: true, current: true };
    });
    files.push(...checked.map(({ file }) => file));
    if (edition.check) await stage(edition.stages.check, async () => edition.check?.(checked, context));
    all.push(...outputs);
  }
  return all;
}

/** Begins work that editions can do before they are made. A failure is reported where its result is used. */
export function preloadEditions(editions: readonly Edition[], context: EditionContext): void {
  preload(...editions.flatMap(({ ahead = [] }) => ahead.map((work) => () => work(context))));
}

/**
 * Loads modules, or does other work whose result is kept, ahead of need. A failure is reported where its result is
 * used.
 */
export function preload(...works: (() => Promise<unknown>)[]): void {
  for (const work of works) work().catch(() => {});
}
