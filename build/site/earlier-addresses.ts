import type { VFile } from 'vfile';
import { type Place, report } from '../diagnostics/report.ts';
import { pageAddress } from '../findable/page-place.ts';
import { fileAt, movedPage, type Redirect } from '../findable/redirects.ts';
import { articlePath, issuePath, type JournalSite } from '../findable/site-model.ts';
import type { BuiltWeb } from './built-web.ts';

/** The redirects of a site, and the pages that lead on where a server reads no rules. */
export interface EarlierAddresses {
  redirects: Redirect[];
  pages: Map<string, string>;
}

/**
 * Gathers the earlier addresses of a journal’s articles and issues. Reports one that two pages claim, and one that is a
 * page of the site. `taken` are the site’s files.
 */
export function earlierAddresses(
  webs: readonly BuiltWeb[],
  { base }: JournalSite,
  taken: ReadonlySet<string>,
): EarlierAddresses {
  const root = base ? new URL(base).pathname : '/';
  const found: EarlierAddresses = { redirects: [], pages: new Map() };
  const owners = new Map<string, string>();
  const add = (
    paths: readonly string[],
    to: string,
    title: string,
    lang: string,
    file: VFile,
    at: Place | undefined,
  ) => {
    for (const from of paths) {
      const key = from.replace(/\/$/, '');
      const page = fileAt(from, root);
      const owner = owners.get(key);
      if (owner !== undefined || (page !== undefined && taken.has(page))) {
        report(file, 'site-address', {
          at,
          found:
            owner !== undefined
              ? `The earlier address ${from} is that of ${owner}, too`
              : `The earlier address ${from} is that of a page of the site`,
          expected: 'an address that nothing else has',
          fix: 'Correct it, or remove it from earlier:.',
        });
        continue;
      }
      owners.set(key, title);
      const target = pageAddress(base, to);
      found.redirects.push({ from, to: target ? new URL(target).pathname : `/${to}` });
      if (page === undefined) continue;
      const up = '../'.repeat(page.split('/').length - 1);
      found.pages.set(page, movedPage(`${up}${encodeURI(to)}`, title, lang));
    }
  };
  for (const { source, issue, citable } of webs) {
    const { facts } = source;
    add(
      facts.value.earlier ?? [],
      issuePath(citable),
      `${citable.journal.title} ${citable.volume}, ${citable.number}`,
      citable.journal.lang,
      facts.file,
      facts.at('earlier'),
    );
    const fronts = new Map(
      source.sections.flatMap(({ manuscripts }) => manuscripts.map((one) => [one.file, one.front])),
    );
    for (const article of issue.articles) {
      const front = fronts.get(article.file);
      const to = articlePath(issue, article);
      if (taken.has(to))
        add(article.front.earlier ?? [], to, article.title.text, article.lang, article.file, front?.at('earlier'));
    }
  }
  return found;
}
