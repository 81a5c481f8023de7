import ejs from 'ejs';
import { messageOf } from '../diagnostics/message-of.ts';
import { FileMissing, PathOutside, type Repository, type ThemeFile } from '../disk/repository.ts';
import { directionOf, withBaseDirection } from '../text/direction.ts';
import { doiAddress } from '../text/identifiers.ts';
import { withNumber } from '../text/number-label.ts';
import { isolated } from './isolated.ts';

/** The templates of a journal: its own where it has them, else Offprint's. */
export interface Templates {
  /**
   * Renders a template, e.g. `print/opening.ejs` (a path in `templates/`), with data, `doiAddress`,
   * `numbered(word, number)`, `direction(lang)`, which is `ltr` or `rtl`, `isolated(name)`, a name as XHTML, and
   * `withBase(text)`, a text that begins as it has to where nothing else says its direction. Throws
   * {@link TemplateError} for a template that fails or is missing.
   */
  render(path: string, data: object): Promise<string>;
}

/** A template that cannot be compiled, or that failed while it ran. */
export class TemplateError extends Error {
  override name = 'TemplateError';
  constructor(
    /** e.g. `templates/print/opening.ejs` */
    readonly path: string,
    /** From 1. EJS does not report the line of a syntax error in a template's JavaScript: then it is 1. */
    readonly line: number,
    readonly reason: string,
  ) {
    super(`${path}:${line}: ${reason}`);
  }
}

type Compiled = (data: object) => string;

/**
 * Opens the templates of a repository. `<%= %>` escapes text for XML, `<%- %>` takes markup as it is, and
 * `include('print/byline.ejs', { authors })` takes another template by its path in `templates/`, so each file can be
 * overridden alone.
 */
export function openTemplates(repository: Repository): Templates {
  const compiled = new Map<string, Compiled>();

  const include = (path: string): Compiled => {
    const template = compiled.get(path);
    if (!template) throw new NotLoaded(path);
    return template;
  };

  const load = async (path: string): Promise<void> => {
    const file = await houseTemplate(repository, `templates/${path}`);
    const text = new TextDecoder().decode(file.data);
    compiled.set(path, compile(file.path, text, include));
    // A missing file is reported when the template runs, if it then includes it.
    for (const [, included = ''] of text.matchAll(/\binclude\(\s*['"]([^'"\n]*)['"]/g))
      if (!compiled.has(included)) await load(included).catch(() => {});
  };

  return {
    // EJS includes synchronously and files are read asynchronously: a file whose name is computed is missing at first;
    // it is read, and the template runs again.
    async render(path, data) {
      for (;;) {
        try {
          return include(path)(data);
        } catch (error) {
          if (!(error instanceof NotLoaded)) throw error;
          await load(error.template);
        }
      }
    },
  };
}

/**
 * Reads a file in `templates/`. Throws {@link TemplateError} if it is missing, or a link out of the journal’s folder.
 */
export function houseTemplate(repository: Repository, path: string): Promise<ThemeFile> {
  return repository.themeFile(path).catch((error: unknown) => {
    throw error instanceof PathOutside || error instanceof FileMissing
      ? new TemplateError(path, 1, error.message)
      : error;
  });
}

function compile(path: string, text: string, include: (path: string) => Compiled): Compiled {
  try {
    const render = ejs.compile(text, { filename: path });
    return (data) => {
      // This function overrides EJS's include, which would read from the disk.
      const locals: Record<string, unknown> = {
        doiAddress,
        numbered: withNumber,
        direction: directionOf,
        withBase: withBaseDirection,
        isolated,
        ...data,
      };
      locals.include = (other: string, more?: object) => {
        try {
          return include(other)({ ...data, ...more });
        } catch (error) {
          throw new Passing(error);
        }
      };
      try {
        return render(locals);
      } catch (error) {
        throw located(path, error);
      }
    };
  } catch (error) {
    throw located(path, error);
  }
}

/** EJS puts the file, the line and a piece of the source before the message. */
function located(path: string, error: unknown): Error {
  if (error instanceof Passing) return error.inner as Error;
  const message = messageOf(error);
  const place = /^.*:(\d+)\n[\s\S]*?\n\n(?! *(?:>>)? *\d+\|)/.exec(message);
  const reason = place ? message.slice(place[0].length) : message.replace(/ in \S+ while compiling ejs[\s\S]*$/, '');
  return new TemplateError(path, place ? Number(place[1]) : 1, reason);
}

class NotLoaded extends Error {
  constructor(readonly template: string) {
    super(template);
  }
}

/**
 * The error that was thrown in an included template: EJS overwrites path and message of an error that passes through a
 * template.
 */
class Passing extends Error {
  constructor(readonly inner: unknown) {
    super();
  }
}
