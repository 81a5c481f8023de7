import { posix } from 'node:path';
import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { percentDecoded } from '../../text/percent-decoded.ts';
import { visit } from '../../text/visit.ts';

/** The places that links of a page may lead to. */
export interface LinkTargets {
  name: string;
  /** The ids of each page. */
  ids: ReadonlyMap<string, ReadonlySet<string>>;
  /** The paths of all files of the folder. */
  names: ReadonlySet<string>;
}

const fix = 'Where a template of the journal’s own has it, correct that; else please report it with the manuscript.';

/** The ids of a page; one that occurs twice is reported. */
export function idsOf(tree: Root, file: VFile): Set<string> {
  const ids = new Set<string>();
  visit(tree, 'element', (element) => {
    const { id } = element.properties;
    if (typeof id !== 'string') return;
    if (ids.has(id))
      report(file, 'web-links', {
        at: element.position,
        found: `The id “${id}” occurs twice`,
        expected: 'an id that occurs once',
        fix,
      });
    ids.add(id);
  });
  return ids;
}

/** Reports links, pictures and references by ids that lead nowhere. Addresses elsewhere are not asked. */
export function checkPageLinks(tree: Root, file: VFile, { name, ids, names }: LinkTargets): void {
  const own = ids.get(name) ?? new Set<string>();
  visit(tree, 'element', (element) => {
    for (const address of addressesOf(element)) {
      const wrong = leadsWrong(address, name, ids, names);
      if (wrong)
        report(file, 'web-links', { at: element.position, found: wrong, expected: 'an address that is there', fix });
    }
    for (const id of referencesOf(element))
      if (!own.has(id))
        report(file, 'web-links', { at: element.position, found: `There is no id “${id}” here`, expected: 'one', fix });
  });
}

function addressesOf({ properties: { href, src } }: Element): string[] {
  return [href, src].flatMap((one) => (typeof one === 'string' ? [one] : []));
}

/** The ids that an element names. */
function referencesOf({ properties: { ariaLabelledBy, ariaDetails, ariaDescribedBy } }: Element): string[] {
  return [ariaLabelledBy, ariaDetails, ariaDescribedBy].flatMap((one) =>
    typeof one === 'string' ? one.split(/\s+/) : Array.isArray(one) ? one.map(String) : [],
  );
}

function leadsWrong(
  address: string,
  from: string,
  ids: LinkTargets['ids'],
  names: LinkTargets['names'],
): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return undefined;
  const [path = '', fragment] = address.split('#', 2);
  const target = path === '' ? from : posix.normalize(posix.join(posix.dirname(from), percentDecoded(path)));
  if (!names.has(target)) return `There is no file ${target}`;
  if (!fragment || !target.endsWith('.html')) return undefined;
  return ids.get(target)?.has(percentDecoded(fragment)) === false
    ? `There is no id “${fragment}” in ${target}`
    : undefined;
}
