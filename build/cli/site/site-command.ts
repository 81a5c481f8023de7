import { relative } from 'node:path';
import { stylesOfIssue } from '../../in-type/styles-of-issue.ts';
import { type BuiltWeb, type BuiltWebs, builtWebs } from '../../site/built-web.ts';
import { makeSite, type SiteMade, siteFolder } from '../../site/make-site.ts';
import { openTheme } from '../../theme/theme.ts';
import { type CacheChoice, cacheOf } from '../cache-options.ts';
import { type CommonOptions, outputFolder, repositoryOf } from '../options.ts';
import { printResults } from '../print-results.ts';
import { type Exit, UsageError } from '../usage.ts';

interface SiteOptions extends CommonOptions, CacheChoice {
  out?: string;
}

/** Runs `offprint site`: puts the journal’s site together from the web editions of its built issues. */
export async function siteCommand(options: SiteOptions): Promise<Exit> {
  const repository = await repositoryOf(options);
  const out = await outputFolder(repository, options.out);
  const { cache, close } = await cacheOf(options);
  const theme = await openTheme(repository);
  const { built, without, changed } = await builtWebs(repository, out, theme.terms, cache);
  const where = relative('.', out) || '.';
  if (changed.length > 0) throw new UsageError(changed.map(changedText).join('\n'));
  if ([...without, ...built.map(({ issue }) => issue.folder)].includes(siteFolder))
    throw new UsageError(
      `An issue is called site, and the site has that folder in ${where}. Give the issue another name.`,
    );
  const [newest, ...others] = built;
  if (!newest)
    throw new UsageError(
      `No issue in ${where} has a web edition, of which the site is made: offprint build --only web`,
    );
  const style = (await stylesOfIssue(repository, newest.source, { wanted: ['web'], all: ['web'] })).get('web');
  const made: SiteMade = style
    ? await makeSite([newest, ...others], { repository, theme, style, cache, out })
    : { remarks: [], files: newest.source.files };
  const trouble = await close();
  const remarks = [...trouble, ...leftOut(without), ...olderThan(built), ...made.remarks];
  const run = { issue: siteFolder, files: made.files, remarks, ...(made.folder ? { folder: made.folder } : {}) };
  return printResults({ built: [run] }, options);
}

function changedText({ folder, paths }: BuiltWebs['changed'][number]): string {
  const named = paths.length > 0 ? paths.slice(0, 3).join(', ') : 'Something in it';
  const web = `${folder} --only web`;
  return `${folder} was built before it was changed: ${named}. Build it again: offprint build ${web}`;
}

function leftOut(without: readonly string[]): string[] {
  return without.length > 0
    ? [`Not on the site, since they have no web edition: ${without.join(', ')}. offprint build --only web makes it.`]
    : [];
}

function olderThan(webs: readonly BuiltWeb[]): string[] {
  const older = webs.filter((web) => web.older.length > 0);
  const [first] = older;
  if (!first) return [];
  const issues = older.map(({ issue }) => issue.folder).join(', ');
  return [`Built before ${first.older.slice(0, 3).join(', ')} changed, and taken as they are: ${issues}.`];
}
