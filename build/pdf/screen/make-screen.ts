import type { Sink } from '../../disk/output-files.ts';
import type { Issue } from '../../issue/model.ts';
import type { TermsBook } from '../../theme/terms.ts';
import { linkScreen, screenFrame } from './link-screen.ts';
import type { ScreenPart } from './screen-part.ts';

/** A unit of the screen PDF, with the folios of its pages. */
export interface ScreenUnit {
  part: ScreenPart;
  folios: readonly string[];
}

/**
 * Makes the screen PDF of an issue from its units, in order, with page labels, bookmarks and metadata. Each unit is
 * written before the next is asked for.
 */
export async function makeScreen(
  issue: Issue,
  units: AsyncIterable<ScreenUnit> | Iterable<ScreenUnit>,
  terms: TermsBook,
  sink: Sink,
): Promise<void> {
  const screen = await linkScreen(screenFrame(issue, terms), sink);
  for await (const { part, folios } of units) await screen.add(part, folios);
  await screen.finish();
}
