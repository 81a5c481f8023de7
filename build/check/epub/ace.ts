import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Element } from 'xast';
import type { Chrome, Site } from '../../browser/browser.ts';
import { type Archive, elementsIn } from './archive.ts';
import type { EpubFinding } from './finding.ts';

/**
 * Checks an EPUB with Ace by DAISY, in the browser that prints the pages. Returns the findings, or the reason why Ace
 * could not be run: Offprint does not depend on `@daisy/ace-core` and uses it only where it is installed. Throws
 * BrowserDied.
 */
export async function runAce(bytes: Uint8Array, archive: Archive, chrome: Chrome): Promise<EpubFinding[] | string> {
  const ace = await import('@daisy/ace-core').then(
    (module) => module.default,
    () => undefined,
  );
  if (!ace) return '@daisy/ace-core is not installed';
  const folder = await mkdtemp(join(tmpdir(), 'offprint-'));
  try {
    const epub = join(folder, 'issue.epub');
    await writeFile(epub, bytes);
    const options = { cwd: folder, outdir: join(folder, 'report'), tmpdir: join(folder, 'work') };
    const [, report] = await ace(epub, { ...options, initLogger: true, silent: true }, runner(archive, chrome));
    return findingsOf(report, archive);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Gives Ace our browser: each document is served from the archive, and nothing else is. */
function runner(archive: Archive, chrome: Chrome) {
  const files: Site['files'] = new Map(
    [...archive.files].map(([path, data]) => [path, { type: archive.items.get(path)?.type ?? 'text/plain', data }]),
  );
  return {
    concurrency: 2,
    setTimeout: () => {},
    launch: async () => {},
    close: async () => {},
    async run(url: string, scripts: string[], contents: string[], base: string): Promise<unknown> {
      const entry = relative(base, fileURLToPath(url)).replaceAll('\\', '/');
      const sources = [...contents, ...(await Promise.all(scripts.map((path) => readFile(path, 'utf8'))))];
      return chrome.withPage({ entry, files }, async (page) => {
        for (const source of sources) await page.evaluate(source);
        return page.evaluate(
          () =>
            new Promise((resolve, reject) => {
              const { daisy } = globalThis as unknown as { daisy: Daisy };
              daisy.ace.run((error, result) => (error ? reject(error) : resolve(result)));
            }),
        );
      });
    },
  };
}

interface Daisy {
  ace: { run(done: (error: unknown, result: unknown) => void): void };
}

/** The parts of Ace’s report that are read here (EARL). */
interface AceReport {
  assertions: { 'earl:testSubject'?: { url?: string }; assertions?: Assertion[] }[];
}

interface Assertion {
  'earl:test': { 'dct:title': string; 'earl:impact'?: string };
  'earl:result': { 'earl:outcome': string; 'dct:description': string; 'earl:pointer'?: { css?: string[] } };
}

function findingsOf({ assertions }: AceReport, archive: Archive): EpubFinding[] {
  const paths = [...archive.files.keys()];
  return assertions.flatMap((subject) => {
    const url = (subject['earl:testSubject']?.url ?? '').replace(/^\//, '');
    const path = paths.find((one) => one === url || one.endsWith(`/${url}`)) ?? archive.opf.path;
    return (subject.assertions ?? [])
      .filter((one) => one['earl:result']['earl:outcome'] === 'fail')
      .map(({ 'earl:test': { 'dct:title': rule, 'earl:impact': impact = 'minor' }, 'earl:result': result }) => {
        const message = result['dct:description'].replace(/\s+/g, ' ').trim();
        const element = elementAt(archive, path, result['earl:pointer']?.css?.[0] ?? '');
        return {
          rule: 'epub-accessible' as const,
          found: `${message} (${rule})`,
          ...(impact === 'minor' || impact === 'moderate' ? { level: 'warning' as const } : {}),
          path,
          ...(element ? { element } : {}),
        };
      });
  });
}

/** The element of a selector that names an id, as axe’s do where there is one; undefined for any other selector. */
function elementAt(archive: Archive, path: string, selector: string): Element | undefined {
  const tree = archive.documents.find((one) => one.path === path)?.tree;
  const id = /#((?:\\.|[\w-])+)/.exec(selector)?.[1]?.replaceAll('\\', '');
  const src = /\[src(?:\$)?="([^"]+)"\]/.exec(selector)?.[1];
  return (
    tree &&
    elementsIn(tree).find(({ attributes }) => (id && attributes.id === id) || (src && attributes.src?.endsWith(src)))
  );
}
