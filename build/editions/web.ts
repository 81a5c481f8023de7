import type { OutputFiles } from '../disk/output-files.ts';
import type { Article } from '../issue/model.ts';
import type { Download } from '../web/web-pages.ts';
import { citedRecord, type Edition, type EditionContext, type EditionOutput, styleOf } from './edition.ts';

const making = () => import('../web/make-web.ts');
const checking = () => import('./check-web.ts');
const folder = 'web/';
const sheet = 'web';

/** The issue as pages of a website. */
export const web: Edition = {
  name: 'web',
  about: 'the issue as pages for a website, with all that they load',
  needs: 'tree',
  onRequest: true,
  // Readers cite by the pages of the issue, and find them marked.
  wantsRecord: true,
  // What is made besides can be taken from the pages.
  after: ['offprints', 'epub', 'jats'],
  sheet,
  stages: { make: 'Making the web pages', check: 'Checking the web pages' },
  has: (path) => path.startsWith(folder),
  ahead: [making, checking],
  async make(context, files) {
    const { makeWeb } = await making();
    const { reportUnmarked } = await import('../reflow/page-marks/report-unmarked.ts');
    const { issue, theme, cache, chosen } = context;
    const taken = await takeFiles(context, files);
    const made = await makeWeb(issue, {
      style: styleOf(context, sheet),
      theme,
      record: citedRecord(context),
      cache,
      citationStyle: await context.citationStyle(),
      isChosen: ({ id }) => chosen?.has(id) !== false,
      downloads: (article) => taken.get(article?.id ?? '') ?? [],
    });
    const outputs: EditionOutput[] = [...taken.values()].flat().map(({ path }) => ({ path: `${folder}${path}` }));
    for (const { path: name, data } of made.files) {
      const path = `${folder}${name}`;
      await files.write(path, typeof data === 'string' ? new TextEncoder().encode(data) : data);
      const unmarked = name === 'index.html' ? made.unmarked : [];
      outputs.push({ path, report: (file) => reportUnmarked(file, unmarked, 'web-pages') });
    }
    return outputs;
  },
  async check(files, context) {
    const { checkWeb } = await checking();
    return checkWeb(files, folder, context);
  },
};

/** The forms in which readers may take an article, by the edition that makes them. */
const kinds = [
  { edition: 'offprints', label: 'PDF', type: 'application/pdf', path: (name: string) => `offprints/${name}.pdf` },
  { edition: 'epub', label: 'EPUB', type: 'application/epub+zip', path: (name: string) => `articles/${name}.epub` },
  { edition: 'jats', label: 'JATS XML', type: 'application/xml', path: (name: string) => `jats/${name}.xml` },
] as const;

/**
 * Copies what other editions of this build have of each article, and of the issue, so that the folder is whole by
 * itself. Returns it by the article’s id; that of the issue has none.
 */
async function takeFiles({ issue, outputs }: EditionContext, files: OutputFiles): Promise<Map<string, Download[]>> {
  const { webName } = await import('../issue/ids.ts');
  const taken = new Map<string, Download[]>();
  const take = async (id: string, from: string, to: string, label: string, type: string): Promise<void> => {
    const data = await files.read(from);
    await files.write(`${folder}${to}`, data);
    taken.set(id, [...(taken.get(id) ?? []), { path: to, label, type, size: data.length }]);
  };
  const isMade = (edition: string, path: string) => outputs.get(edition)?.some((one) => one.path === path) === true;
  const articles: readonly Article[] = issue.articles;
  for (const { edition, label, type, path } of kinds)
    for (const { id, name } of articles) {
      const from = path(name);
      const to = `${webName(id)}/${name}${from.slice(from.lastIndexOf('.'))}`;
      if (isMade(edition, from)) await take(id, from, to, label, type);
    }
  const book = `${issue.slug}.epub`;
  if (isMade('epub', book)) await take('', book, book, 'EPUB', 'application/epub+zip');
  return taken;
}
