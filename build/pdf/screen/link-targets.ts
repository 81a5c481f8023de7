import { otherUnit, type PrintedUnit } from '../printed-unit.ts';
import type { LinkTarget } from '../tags/links.ts';
import type { LinkNames } from './finish-screen-unit.ts';

/**
 * Makes a function that finds the names of all targets that links of a unit may have: what it has itself, and what its
 * links lead to in other units, if there is such a thing.
 */
export function linkTargets(
  units: readonly Pick<PrintedUnit, 'survey'>[],
  nameOf: (target: LinkTarget) => string,
): (unit: Pick<PrintedUnit, 'pdf' | 'tags'>) => LinkNames {
  const all = new Set(units.flatMap(({ survey }) => survey.ids.map(([id]) => id)));
  return ({ pdf, tags }) => {
    const own = tags.flatMap(({ id }) => (id === undefined ? [] : [id]));
    const outside = idsElsewhere(pdf).filter((id) => all.has(id));
    return Object.fromEntries([...new Set([...own, ...outside])].map((id) => [id, nameOf({ id })]));
  };
}

/** The ids in other units that links in the browser’s PDF lead to. The browser writes annotations uncompressed. */
function idsElsewhere(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const opening = `(${otherUnit}`;
  const found: string[] = [];
  for (let at = bytes.indexOf(opening); at >= 0; at = bytes.indexOf(opening, at + 1)) {
    const end = bytes.indexOf(')', at);
    if (end > 0) found.push(bytes.toString('latin1', at + opening.length, end));
  }
  return found;
}
