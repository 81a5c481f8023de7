import { tmpdir } from 'node:os';
import { BrowserDied } from '../browser/browser-died.ts';
import { BrowserMissing } from '../browser/browser-missing.ts';
import { PathOutside } from '../disk/repository.ts';
import { OutputInTheWay } from '../dist/output-in-the-way.ts';
import { NoSuchArticle } from '../issue/chosen-articles.ts';
import { LanguageFaults } from '../languages/read-languages.ts';
import { SearchFailed } from '../site/search-failed.ts';
import { TemplateError } from '../theme/templates.ts';
import { type Exit, exit, UsageError } from './usage.ts';

/** The reason that a run ended early, in words, and its exit code. */
export interface Fault {
  message: string;
  code: Exit;
}

/** Describes a thrown error: wrong usage, something that the machine lacks or refuses, or a fault of Offprint’s own. */
export function faultOf(error: unknown): Fault {
  if (error instanceof UsageError || error instanceof OutputInTheWay || error instanceof NoSuchArticle)
    return { message: error.message, code: exit.usage };
  if (error instanceof PathOutside)
    return { message: `${error.message}. Put the file itself there, in place of a link.`, code: exit.usage };
  if (error instanceof TemplateError || error instanceof LanguageFaults)
    return { message: error.message, code: exit.faults };
  if (error instanceof BrowserMissing)
    return { message: `${error.message}\nThe EPUB needs no browser: --only epub.`, code: exit.machine };
  if (error instanceof BrowserDied)
    return {
      message: `${error.message}\nIs the machine short of memory, or its temporary folder of room? Try one issue alone.`,
      code: exit.machine,
    };
  if (error instanceof SearchFailed)
    return {
      message: `The index of the site’s search cannot be made: ${error.message}`,
      code: exit.machine,
    };
  return machineFault(error) ?? { message: faultOfOurs(error), code: exit.faults };
}

/** Describes a refusal of the operating system. */
function machineFault(error: unknown): Fault | undefined {
  const { code, path = 'A file' } = error as NodeJS.ErrnoException;
  const where = path === tmpdir() ? `: the temporary folder ${path}` : path === 'A file' ? '' : `, which ${path} is on`;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { message: `The disk is full${where}. Free some room, and try again.`, code: exit.machine };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        message: `${path} may not be read or written. Change its permissions; for what is made, --out names another place.`,
        code: exit.machine,
      };
    case 'EBUSY':
      return { message: `${path} is open in another program. Close it, and try again.`, code: exit.machine };
    case 'EEXIST':
    case 'ENOTDIR':
      return { message: `${path} has no place: a file stands where one of its folders should.`, code: exit.usage };
    case 'EISDIR':
    case 'ENOTEMPTY':
      return {
        message: `${path} is a folder, where a file or an empty folder should be. Move it, and try again.`,
        code: exit.usage,
      };
    default:
      return undefined;
  }
}

/** Describes a fault of Offprint’s own, with a trace only on request. */
function faultOfOurs(error: unknown): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const trace = process.env.OFFPRINT_DEBUG ? `\n${stack}` : ' Set OFFPRINT_DEBUG=1 to see where.';
  return `Offprint failed: ${message}\nThis is a fault in Offprint, not in your manuscripts; please report it.${trace}`;
}
