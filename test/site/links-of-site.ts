import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from '../../build/text/visit.ts';

/** The links of a site’s pages. */
export interface SiteLinks {
  /** Those to elsewhere: the page, and the address. */
  whole: [from: string, to: string][];
  /** How many lead to a file of the site. */
  count: number;
  /** Those that lead to no file of the site, or to an id that is not there, and ids that stand twice; a line each. */
  broken: string[];
}

/** Follows every link of every page in a folder. */
export async function linksOfSite(site: string): Promise<SiteLinks> {
  const files = new Set((await readdir(site, { recursive: true })).map((path) => path.replaceAll('\\', '/')));
  const ids = new Map<string, Set<string>>();
  const links: [from: string, to: string][] = [];
  const broken: string[] = [];
  for (const path of [...files].filter((one) => one.endsWith('.html')).sort()) {
    const own = new Set<string>();
    visit(fromHtml(await readFile(join(site, path), 'utf8')), 'element', ({ tagName, properties }: Element) => {
      if (properties.id) {
        if (own.has(String(properties.id))) broken.push(`${path}: ${properties.id} twice`);
        own.add(String(properties.id));
      }
      const to = properties.href ?? properties.src;
      if (to && !(tagName === 'link' && /^https:/.test(String(to)))) links.push([path, String(to)]);
      const refresh = /url=(.*)/.exec(String(properties.content ?? ''));
      if (tagName === 'meta' && refresh) links.push([path, refresh[1] ?? '']);
    });
    ids.set(path, own);
  }
  const isWhole = ([, to]: [string, string]) => /^(?:[a-z]+:|\/)/.test(to);
  const within = links.filter((link) => !isWhole(link));
  for (const [from, to] of within) {
    const [path = '', id] = decodeURI(to).split('#');
    const target = path === '' ? from : posix.join(posix.dirname(from), path);
    if (!files.has(target) || (id && ids.get(target)?.has(id) === false)) broken.push(`${from}: ${to}`);
  }
  return { whole: links.filter(isWhole), count: within.length, broken };
}
