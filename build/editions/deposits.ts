import type { CitableIssue } from '../citable/citable.ts';
import type { OjsCover } from '../deposit/ojs/native.ts';
import type { OutputFiles } from '../disk/output-files.ts';
import type { InType } from '../in-type/set-in-type.ts';
import { citable } from './citable.ts';
import { type Edition, type EditionContext, type EditionFile, type EditionOutput, styleOf } from './edition.ts';

/** The facts of issues before their pages are known, which each recipient’s needs are held against. */
const withoutPages = new WeakMap<InType, CitableIssue>();

/** Reports what a recipient lacks, before anything is made. */
async function reportLacks(inType: InType, name: 'crossref' | 'doaj' | 'datacite' | 'ojs' | 'pubmed'): Promise<void> {
  const { citableIssue } = await import('../citable/citable-issue.ts');
  const { needsOf } = await import('../deposit/needs.ts');
  const { issue, theme, source } = inType;
  const citable = withoutPages.get(inType) ?? citableIssue(issue, undefined, theme.terms.languages);
  withoutPages.set(inType, citable);
  needsOf[name]({ source, issue: citable });
}

/** What all deposits have alike. Each is read back, and compared with the manuscripts. */
const alike = {
  needs: 'tree',
  onRequest: true,
  wantsRecord: true,
  async check(files: readonly EditionFile[], context: EditionContext) {
    const { checkAgreement } = await import('../check/agreement/check-agreement.ts');
    return checkAgreement(files, await context.once(citable), context.source);
  },
} as const;

/** A deposit that is one file, made of the facts by which the issue is cited. */
function deposit(
  name: 'crossref' | 'doaj' | 'datacite',
  about: string,
  path: string,
  stages: Edition['stages'],
  write: (issue: CitableIssue, context: EditionContext) => Promise<Uint8Array>,
): Edition {
  return {
    ...alike,
    name,
    about,
    stages,
    has: (other) => other === path,
    lacks: (inType) => reportLacks(inType, name),
    async make(context, files) {
      await files.write(path, await write(await context.once(citable), context));
      return [{ path }];
    },
  };
}

/** The issue and its articles for Crossref. */
export const crossref = deposit(
  'crossref',
  'what Crossref registers DOIs by, schema 5.4',
  'deposit/crossref.xml',
  { make: 'Writing the deposit for Crossref', check: 'Checking the deposit for Crossref' },
  async (issue, context) =>
    (await import('../deposit/crossref/crossref.ts')).crossrefDeposit(issue, context.issue.journal),
);

/** The articles for DOAJ. */
export const doaj = deposit(
  'doaj',
  'the articles for DOAJ, as JSON',
  'deposit/doaj.json',
  { make: 'Writing the articles for DOAJ', check: 'Checking the articles for DOAJ' },
  async (issue) => (await import('../deposit/doaj/doaj.ts')).doajArticles(issue),
);

/** The articles for a journal whose DOIs are DataCite’s. */
export const datacite = deposit(
  'datacite',
  'the articles for DataCite, as JSON',
  'deposit/datacite.json',
  { make: 'Writing the articles for DataCite', check: 'Checking the articles for DataCite' },
  async (issue) => (await import('../deposit/datacite/datacite.ts')).dataciteArticles(issue),
);

/** The issue with its files, for the import into Open Journal Systems. */
export const ojs: Edition = {
  ...alike,
  name: 'ojs',
  about: 'the issue with its PDFs for the import into OJS; with --articles its EPUBs, too',
  uses: ['offprints', 'epub'],
  after: ['offprints', 'epub', 'jats'],
  stages: { make: 'Packing the issue for OJS', check: 'Checking the issue for OJS' },
  has: (path) => /^deposit\/ojs-3\.[345]\.xml$/.test(path),
  lacks: (inType) => reportLacks(inType, 'ojs'),
  async make(context, files) {
    const { ojsLook } = await import('../deposit/ojs/look.ts');
    const { ojsIssue } = await import('../deposit/ojs/native.ts');
    const look = ojsLook(context.issue.journal);
    const issue = await context.once(citable);
    const galleys = await readGalleys(issue, context, files);
    const path = `deposit/ojs-${look.version}.xml`;
    const xml = ojsIssue(issue, (name) => galleys.get(name) ?? [], await coverOf(context), look);
    await files.write(path, xml);
    return [{ path }];
  },
};

/** The files of each article that this build has made, by its name. */
async function readGalleys({ articles }: CitableIssue, { outputs }: EditionContext, files: OutputFiles) {
  const { galleyKinds } = await import('../deposit/ojs/galley.ts');
  const all = articles.map(async (article) => {
    const made = galleyKinds.map(async ({ label, edition, path }) => {
      const wanted = path(article);
      if (!outputs.get(edition)?.some((one) => one.path === wanted)) return [];
      return [{ label, fileName: wanted.slice(wanted.lastIndexOf('/') + 1), data: await files.read(wanted) }];
    });
    return [article.name, (await Promise.all(made)).flat()] as const;
  });
  return new Map(await Promise.all(all));
}

/** The cover, as the e-book has it; a drawing of the journal’s own is left out, since OJS takes none. */
async function coverOf(context: EditionContext): Promise<OjsCover | undefined> {
  const { coverImageOf } = await import('../epub/cover-image.ts');
  const { issue, theme, cache } = context;
  const { path, data } = await coverImageOf(issue, styleOf(context, 'epub'), theme, cache);
  if (!/\.(png|jpe?g|gif|webp)$/i.test(path)) return undefined;
  const { title } = issue.journal;
  const { volume, number } = issue.facts;
  return {
    fileName: `${issue.slug}-${path.slice(path.lastIndexOf('/') + 1)}`,
    alt: `${title} ${volume}, ${number}`,
    data: await data,
  };
}

/** Files by the templates that journal.yaml names, for recipients that Offprint does not know. */
export const depositTemplates: Edition = {
  ...alike,
  name: 'by-template',
  about: 'what the templates say that journal.yaml names by deposit: templates:',
  stages: { make: 'Filling the templates of deposits', check: 'Checking what the templates made' },
  async lacks(inType) {
    if (inType.issue.journal.deposit?.templates?.includes('pubmed.xml.ejs')) await reportLacks(inType, 'pubmed');
  },
  has: (path) => path.startsWith('deposit/') && ![crossref, doaj, datacite, ojs].some((edition) => edition.has(path)),
  async make(context, files) {
    const issue = await context.once(citable);
    const outputs: EditionOutput[] = [];
    for (const template of new Set(context.issue.journal.deposit?.templates ?? [])) {
      const path = `deposit/${template.replace(/\.ejs$/, '')}`;
      const text = await context.theme.templates.render(`deposit/${template}`, { issue });
      await files.write(path, new TextEncoder().encode(text));
      outputs.push({ path });
    }
    return outputs;
  },
};
