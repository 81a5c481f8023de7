import { type Cache, kept } from '../../cache/cache.ts';
import type { Issue } from '../../issue/model.ts';
import type { TermsBook } from '../../theme/terms.ts';
import { linkNamer } from '../link-names.ts';
import type { OpenedUnit } from '../opened-unit.ts';
import { finishScreenUnit } from './finish-screen-unit.ts';
import { linkScreen } from './link-screen.ts';
import { linkTargets } from './link-targets.ts';

/**
 * Makes the screen PDF of an issue from its units, with page labels, tags, bookmarks, links and metadata. A unit that
 * was finished in an earlier build is taken from there.
 */
export async function makeScreen(
  issue: Issue,
  units: readonly OpenedUnit[],
  terms: TermsBook,
  cache: Cache,
): Promise<Uint8Array> {
  const namesOf = linkTargets(
    units.map(({ unit }) => unit),
    linkNamer(issue, terms),
  );
  const screen = await linkScreen(issue, terms);
  for (const opened of units) {
    const { name, pdf, skip, count, tags, folios, survey, trimming } = opened.unit;
    const names = namesOf(opened.unit);
    const inputs = { name, pdf, skip, count, tags, ids: survey.ids, trimming, names };
    const part = await kept(cache, 'screen-unit', inputs as never, () => finishScreenUnit(opened, names));
    screen.add(part, folios);
  }
  return screen.finish();
}
