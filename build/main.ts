import { Command, CommanderError } from 'commander';
import { BrowserMissing } from './browser/browser.ts';
import { buildCommand } from './cli/build-command.ts';
import { checkCommand } from './cli/check-command.ts';
import { explainCommand } from './cli/explain-command.ts';
import { newCommand } from './cli/new-command.ts';
import { type Exit, exit, UsageError } from './cli/usage.ts';
import { OutputInTheWay } from './dist/publish.ts';

/**
 * The command line. Returns the exit code: 0 done, 1 faults in the input or an edition, 2 wrong usage, 3 the machine lacks something.
 * `args` are the words after `offprint`.
 */
export async function main(args: readonly string[]): Promise<Exit> {
  let code: Exit = exit.done;
  const ends = async (command: Promise<Exit>): Promise<void> => {
    code = await command;
  };
  const program = new Command('offprint')
    .description('Builds the issues of a journal: Markdown manuscripts in, EPUB and print-ready PDF out.')
    .exitOverride()
    .showSuggestionAfterError();

  common(program.command('build [issue...]').description('build issues, all of them without a name'))
    .option('--out <dir>', 'folder for what is made (default: dist in the root)')
    .option('--only <editions>', 'make only these editions: epub, print')
    .option('--strict', 'treat warnings as errors')
    .action((issues: string[], options) => ends(buildCommand(issues, options)));
  common(program.command('check [issue...]').description('validate manuscripts, without a browser'))
    .option('--strict', 'treat warnings as errors')
    .action((issues: string[], options) => ends(checkCommand(issues, options)));
  program
    .command('new <what> [name]')
    .description('start a journal, an issue or an article: new journal|issue|article')
    .option('--root <dir>', 'the journal’s folder', '.')
    .option('--issue <issue>', 'the issue that an article is for (default: the newest)')
    .action((what: string, name: string | undefined, options) => ends(newCommand(what, name, options)));
  program
    .command('explain [rule]')
    .description('say what a rule asks, and why')
    .action((rule: string | undefined) => ends(explainCommand(rule)));

  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage;
    if (error instanceof UsageError || error instanceof OutputInTheWay) return complain(error, exit.usage);
    if (error instanceof BrowserMissing) return complain(error, exit.machine);
    const machine = machineFault(error);
    if (machine) return complain(new Error(machine), exit.machine);
    return complain(new Error(ownFault(error)), exit.faults);
  }
}

function common(command: Command): Command {
  return command
    .option('--root <dir>', 'the journal’s folder', '.')
    .option('--quiet', 'say nothing but errors and warnings')
    .option('--json', 'print results as JSON');
}

function complain(error: Error, code: Exit): Exit {
  process.stderr.write(`${error.message}\n`);
  return code;
}

/** What the operating system refuses, in words. */
function machineFault(error: unknown): string | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return 'The disk is full. Free some room, and build again.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `${path ?? 'A file'} may not be read or written. Change its permissions, or choose another place with --out.`;
  return undefined;
}

/** A fault of Offprint's own: said plainly, with the trace only for those who ask for it. */
function ownFault(error: unknown): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const trace = process.env.OFFPRINT_DEBUG ? `\n${stack}` : ' Set OFFPRINT_DEBUG=1 to see where.';
  return `Offprint failed, and nothing was published: ${message}\nThis is a fault in Offprint, not in your manuscripts; please report it.${trace}`;
}
