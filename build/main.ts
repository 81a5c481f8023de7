import { readFile } from 'node:fs/promises';
import { Command, CommanderError } from 'commander';
import { faultOf } from './cli/fault.ts';
import { printFault } from './cli/print-results.ts';
import { speakHelp } from './cli/spoken/help.ts';
import { spoken } from './cli/spoken/spoken.ts';
import { type Exit, exit } from './cli/usage.ts';
import type { Edition } from './editions/edition.ts';
import { namedEditions, editions as table } from './editions/table.ts';

/**
 * The command line. Returns the exit code: 0 done, 1 faults in the input or an edition, 2 wrong usage, 3 the machine
 * lacks something. `args` are the words after `offprint`, `editions` all existing editions. A command’s code is loaded
 * when it runs, so that `offprint new` does not load the code that prints pages.
 */
export async function main(args: readonly string[], editions: readonly Edition[] = table): Promise<Exit> {
  let code: Exit = exit.done;
  const told = namedEditions(editions);
  const program = speakHelp(new Command('offprint'))
    .description('Builds the issues of a journal: Markdown manuscripts in, EPUB and print-ready PDF out.')
    .version(await ownVersion(), '-V, --version', 'output the version number')
    .exitOverride();

  onManuscripts(
    program
      .command('build [issue...]')
      .description('build issues, all of them without a name; or the offprint of an article: build ISSUE/ARTICLE'),
  )
    .option('--out <dir>', 'folder for what is made (default: dist in the root)')
    .option(
      '--only <editions>',
      `make only these editions: ${told.map(({ name }) => name).join(', ')}, with commas between`,
    )
    .option('--articles', 'make an EPUB of each article, too, with the issue’s page numbers')
    .option('--jobs <number>', 'set so many articles at once (default: by the machine’s cores and memory)')
    .option('--cache <dir>', 'keep results for later builds in this folder, which others may share')
    .option('--no-cache', 'use no results of earlier builds, and keep none')
    .addHelpText('after', () => `\n${spoken('Editions:')}\n${helpOf(told)}`)
    .action(async (issues: string[], options) => {
      const { buildCommand } = await import('./cli/build-command.ts');
      code = await buildCommand(issues, options, editions);
    });
  onManuscripts(
    program
      .command('check [issue...]')
      .description(
        'validate manuscripts, and editions that are made of them as they are; or any PDF or EPUB: check FILE.pdf',
      ),
  )
    .option('--manuscripts', 'look at manuscripts only, not at what lies in dist')
    .option('--editions', 'check finished editions though they are older than the manuscripts, and warn of that')
    .option('--citations', 'list what each article cites and where, what no article does, and what entries lack')
    .option('--for <use>', 'hold a PDF from elsewhere to what it is for: print or screen')
    .option('--out <dir>', 'folder of what is made (default: dist in the root)')
    .action(async (issues: string[], options) => {
      const { checkCommand } = await import('./cli/check-command.ts');
      code = await checkCommand(issues, options, editions);
    });
  program
    .command('preview [issue]')
    .description('show an issue’s pages in the browser, as they will be printed, and again at each save')
    .option('--root <dir>', 'the journal’s folder', '.')
    .option('--at <place>', 'show a line of a manuscript, FILE:LINE, in the preview that is open')
    .option('--port <number>', 'the port of its address; the next free one is taken', '4747')
    .option('--no-open', 'open no window of the browser')
    .option('--jobs <number>', 'set so many articles at once (default: by the machine’s cores and memory)')
    .option('--cache <dir>', 'keep results in this folder, which others may share')
    .option('--no-cache', 'use no results of earlier builds, and keep none')
    .option('--quiet', 'say nothing but its address')
    .option('--json', 'print its address as JSON')
    .action(async (issue: string | undefined, options) => {
      const { previewCommand } = await import('./cli/preview-command.ts');
      code = await previewCommand(issue, options);
    });
  onManuscripts(
    program
      .command('proof <article...>')
      .description(
        'make the proof of an article for its author, with numbered lines and wide margins: proof ISSUE/ARTICLE',
      ),
  )
    .option('--out <dir>', 'folder for what is made (default: dist in the root)')
    .option('--cache <dir>', 'keep results in this folder, which others may share')
    .option('--no-cache', 'use no results of earlier builds, and keep none')
    .action(async (articles: string[], options) => {
      const { proofCommand } = await import('./cli/proof-command.ts');
      code = await proofCommand(articles, options);
    });
  program
    .command('queries [what...]')
    .description(
      'list the open queries to authors, <!-- ASK: … -->, with the answers in proofs that came back: queries [ISSUE|ARTICLE|FILE.pdf]',
    )
    .option('--root <dir>', 'the journal’s folder', '.')
    .option('--json', 'print the queries as JSON')
    .action(async (names: string[], options) => {
      const { queriesCommand } = await import('./cli/comments/queries-command.ts');
      code = await queriesCommand(names, options);
    });
  program
    .command('import-comments <file>')
    .description('list the comments of an annotated PDF at their lines, and make the changes: import-comments FILE.pdf')
    .option('--root <dir>', 'the journal’s folder', '.')
    .option('--issue <issue>', 'the issue that it is a proof of (default: the one that has its words)')
    .option('--apply <numbers>', 'make the changes of these comments in the manuscripts: 3,5-7, or all')
    .option('--replace <numbers>', 'put the remarks of these in place of the words that they strike out')
    .option('--patch <file>', 'write the changes to a patch instead; of all comments, if none are named')
    .option('--json', 'print the comments as JSON')
    .action(async (file: string, options) => {
      const { importCommentsCommand } = await import('./cli/comments/import-comments-command.ts');
      code = await importCommentsCommand(file, options);
    });
  program
    .command('compare <before> <after>')
    .description(
      'say by meaning what changed: compare HEAD~1 2026-1. Each is a folder that a build made, an issue, the journal’s folder, a Git revision, a PDF or an EPUB',
    )
    .option('--root <dir>', 'the journal’s folder', '.')
    .option('--issue <issue>', 'the issue, where a journal or a revision has several')
    .option('--no-moved', 'leave out what only moved, to another place or page')
    .option('--no-pages', 'set no pages: compare manuscripts by their words, in less time')
    .option('--html <file>', 'write a report with the changed pages side by side')
    .option('--notice [file]', 'list the corrections for a notice, as Markdown')
    .option('--exit-code', 'end with 1 if anything changed')
    .option('--jobs <number>', 'set so many articles at once (default: by the machine’s cores and memory)')
    .option('--cache <dir>', 'keep results in this folder, which others may share')
    .option('--no-cache', 'use no results of earlier builds, and keep none')
    .option('--quiet', 'say nothing but the changes')
    .option('--json', 'print the changes as JSON')
    .action(async (before: string, after: string, options) => {
      const { compareCommand } = await import('./cli/compared/compare-command.ts');
      code = await compareCommand(before, after, options);
    });
  onManuscripts(
    program
      .command('contents <year>')
      .description(
        'make a year’s contents, list of contributors and indexes of its built issues, as an issue of its own: contents 2026',
      ),
  )
    .option('--out <dir>', 'folder of what is made (default: dist in the root)')
    .action(async (year: string, options) => {
      const { contentsCommand } = await import('./cli/contents-command.ts');
      code = await contentsCommand(year, options);
    });
  onManuscripts(
    program
      .command('deposit [issue-or-recipient...]')
      .description(
        'say what Crossref, DOAJ, OJS and others want to know of an issue; make what they are sent: deposit 2026-1 crossref',
      ),
  )
    .option(
      '--to <name>',
      'say what would be sent to crossref, crossref-test, doaj, datacite or an address of journal.yaml',
    )
    .option('--send', 'send it, with credentials from the environment')
    .option('--out <dir>', 'folder for what is made (default: dist in the root)')
    .option('--jobs <number>', 'set so many articles at once (default: by the machine’s cores and memory)')
    .option('--cache <dir>', 'keep results in this folder, which others may share')
    .option('--no-cache', 'use no results of earlier builds, and keep none')
    .action(async (words: string[], options) => {
      const { depositCommand } = await import('./cli/deposit/deposit-command.ts');
      code = await depositCommand(words, options, editions);
    });
  onManuscripts(
    program
      .command('freeze [issue]')
      .description('hold a published issue to the pages that it has in dist: later builds fail that would move one'),
  )
    .option('--again', 'replace the pages that were kept before')
    .option('--out <dir>', 'folder of what is made (default: dist in the root)')
    .action(async (issue: string | undefined, options) => {
      const { freezeCommand } = await import('./cli/deposit/freeze-command.ts');
      code = await freezeCommand(issue, options);
    });
  onManuscripts(
    program
      .command('site')
      .description('put the journal’s site together from the web editions of its built issues: dist/site'),
  )
    .option('--out <dir>', 'folder of what is made (default: dist in the root)')
    .option('--cache <dir>', 'keep results in this folder, which others may share')
    .option('--no-cache', 'use no results of earlier builds, and keep none')
    .action(async (options) => {
      const { siteCommand } = await import('./cli/site/site-command.ts');
      code = await siteCommand(options);
    });
  program
    .command('new <what> [name]')
    .description('start a journal, an issue or an article: new journal|issue|article')
    .option('--root <dir>', 'the journal’s folder', '.')
    .option('--issue <issue>', 'the issue that an article is for (default: the newest)')
    .action(async (what: string, name: string | undefined, options) => {
      const { newCommand } = await import('./cli/new-command.ts');
      code = await newCommand(what, name, options);
    });
  program
    .command('import <file>')
    .description('make a manuscript of an author’s file, or of recognized text; a later file is merged: import FILE')
    .option('--root <dir>', 'the journal’s folder', '.')
    .option('--issue <issue>', 'the issue that the article is for (default: the newest)')
    .option('--as <name>', 'the name of the manuscript (default: after its title)')
    .option('--ocr', 'the file is text as a recognizing program leaves it')
    .option('--article <heading>', 'the heading of the article, in a recognized text with several')
    .option('--until <heading>', 'the heading of what follows the article')
    .option('--accept-changes', 'accept tracked changes')
    .option('--reject-changes', 'reject tracked changes')
    .option('--annotate', 'leave a comment <!-- CHECK … --> at each doubt, which builds refuse')
    .option('--quiet', 'say nothing but warnings and errors')
    .option('--json', 'print results as JSON')
    .action(async (file: string, options) => {
      const { importCommand } = await import('./cli/import-command.ts');
      code = await importCommand(file, options);
    });
  program
    .command('cache [what]')
    .description('show what is kept of earlier builds, and where; `cache clear` removes it')
    .option('--cache <dir>', 'the folder that builds were given by --cache')
    .option('--clear', 'remove it')
    .option('--json', 'print results as JSON')
    .action(async (what: string | undefined, options) => {
      const { cacheCommand } = await import('./cli/cache-command.ts');
      code = await cacheCommand(what, options);
    });
  program
    .command('where <place>')
    .description('say on which page of the built issue a line of a manuscript is: where FILE:LINE[:COLUMN]')
    .option('--root <dir>', 'the journal’s folder', '.')
    .option('--out <dir>', 'folder of what is made (default: dist in the root)')
    .option('--json', 'print the place as JSON')
    .action(async (place: string, options) => {
      const { whereCommand } = await import('./cli/where-command.ts');
      code = await whereCommand(place, options);
    });
  program
    .command('bib <what> <file>')
    .description('put a bibliography in order, and say what is changed: bib tidy FILE.bib')
    .option('--write', 'write the file (default: show the change as a diff)')
    .option('--json', 'print the changes as JSON')
    .action(async (what: string, file: string, options) => {
      const { bibCommand } = await import('./cli/bib-command.ts');
      code = await bibCommand(what, file, options);
    });
  program
    .command('fonts [what] [language]')
    .description('list faces for further scripts, or name one in the journal’s styles: fonts add zh')
    .option('--root <dir>', 'the journal’s folder', '.')
    .option('--dry-run', 'only show what would be written')
    .option('--json', 'print results as JSON')
    .action(async (what: string | undefined, language: string | undefined, options) => {
      const { fontsCommand } = await import('./cli/fonts-command.ts');
      code = await fontsCommand(what, language, options);
    });
  program
    .command('explain [rule]')
    .description('say what a rule asks, and why')
    .action(async (rule: string | undefined) => {
      const { explainCommand } = await import('./cli/explain-command.ts');
      code = await explainCommand(rule);
    });

  const json = args.includes('--json');
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) return printFault(faultOf(error), json);
    if (error.exitCode === 0) return exit.done;
    return json ? printFault({ message: error.message.replace(/^error: /, ''), code: exit.usage }, json) : exit.usage;
  }
}

function onManuscripts(command: Command): Command {
  return command
    .option('--root <dir>', 'the journal’s folder', '.')
    .option('--strict', 'treat warnings as errors')
    .option('--quiet', 'say nothing but errors and warnings')
    .option('--json', 'print results as JSON');
}

/** The lines about editions in the help. */
function helpOf(editions: readonly Edition[]): string {
  const width = Math.max(...editions.map(({ name }) => name.length));
  return editions.map(({ name, about }) => `  ${name.padEnd(width)}  ${spoken(about)}`).join('\n');
}

async function ownVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  return version;
}
