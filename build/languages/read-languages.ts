import { VFile } from 'vfile';
import { hasErrors, report } from '../diagnostics/report.ts';
import type { Repository } from '../disk/repository.ts';
import { readTextFile } from '../settings/text-file.ts';
import { validate } from '../settings/validate.ts';
import { readYaml, type YamlSource } from '../settings/yaml.ts';
import { canonicalTag } from '../text/language-tag.ts';
import { patternNames } from '../text/patterns.ts';
import { houseLanguages, type Languages, languageFor, languagesFolder } from './languages.ts';
import { type LanguageFile, languageSchema } from './schema.ts';

/** The files of a journal’s languages that cannot be used, with their diagnostics. */
export class LanguageFaults extends Error {
  override name = 'LanguageFaults';
  constructor(readonly files: readonly VFile[]) {
    super(
      files
        .flatMap((file) => file.messages.map((one) => `${one.file}:${one.line}:${one.column} ${one.reason}`))
        .join('\n'),
    );
  }
}

/**
 * Reads a journal’s own files of languages, `templates/languages/pl.yaml`. Each replaces the house’s file of its name,
 * or changes it, if its `base` is that. Throws {@link LanguageFaults}.
 */
export async function readLanguages(repository: Repository): Promise<Languages> {
  const names = (await repository.list(languagesFolder)).filter((name) => name.endsWith('.yaml'));
  if (names.length === 0) return houseLanguages;
  const own: Record<string, LanguageFile> = {};
  const files: VFile[] = [];
  for (const name of names) {
    const path = `${languagesFolder}/${name}`;
    const file = await readTextFile(repository, path, {
      file: new VFile({ path, cwd: repository.root }),
      at: undefined,
    });
    if (!file) continue;
    files.push(file);
    const read = readLanguage(file);
    if (read) own[name.slice(0, -'.yaml'.length)] = read;
  }
  for (const file of files) checkBase(file, own);
  if (hasErrors(files)) throw new LanguageFaults(files.filter((file) => hasErrors([file])));
  return { own };
}

/** Reads the file of a language, and reports what is wrong with it on it. */
export function readLanguage(file: VFile): LanguageFile | undefined {
  const tag = file.stem ?? '';
  if (canonicalTag(tag) !== tag)
    report(file, 'value-form', {
      at: { line: 1, column: 1, offset: 0 },
      found: `The file is named ${file.basename}`,
      expected: 'the tag of its language, such as pl.yaml, de-CH.yaml or sr-Latn.yaml',
      fix: 'Rename it.',
    });
  const source = readYaml(file, String(file));
  if (!source) return undefined;
  const { value } = validate(source, languageSchema, { name: tag });
  checkNames(source);
  return value;
}

/** Reports sources and patterns that are named and are not there; in what was written, before a fault undid parts. */
function checkNames({ value, at, file }: YamlSource): void {
  const { sources, base, ...entries } = value as Record<string, { source?: unknown; patterns?: unknown } | undefined>;
  const known = Object.keys(sources ?? {});
  for (const [key, entry] of Object.entries(entries)) {
    if (typeof entry !== 'object' || entry === null) continue;
    for (const name of [entry.source].flat())
      if (typeof name === 'string' && !known.includes(name))
        report(file, 'value-form', {
          at: at(key, 'source'),
          found: `The source “${name}” of “${key}” is not among the sources`,
          expected: known.length > 0 ? `one of ${known.join(', ')}` : 'a name of “sources”, where there is none',
          fix: `Add it under sources:, with its title, publisher and year: ${name}: …`,
        });
  }
  const { hyphenation } = entries as { hyphenation?: Record<string, unknown> };
  const other = hyphenation?.['with-letters'] as { patterns?: unknown } | undefined;
  const bySyllables = hyphenation?.syllables !== undefined;
  for (const [patterns, ...where] of [
    [hyphenation?.patterns, 'hyphenation', 'patterns'],
    [other?.patterns, 'hyphenation', 'with-letters', 'patterns'],
  ] as const)
    if (
      typeof patterns === 'string' &&
      !(patterns === 'none' || (patterns === 'syllables' && bySyllables)) &&
      !patternNames.includes(patterns as never)
    )
      report(file, 'value-form', {
        at: at(...where),
        found: `There are no patterns “${patterns}”`,
        expected: `none, or one of ${patternNames.join(', ')}`,
      });
}

function checkBase(file: VFile, own: Languages['own']): void {
  const tag = file.stem ?? '';
  const base = own[tag]?.base;
  if (!base || (base !== tag && own[base]) || languageFor(houseLanguages, base)?.tag === base) return;
  const source = readYaml(new VFile({ path: file.path, value: String(file) }), String(file));
  report(file, 'value-form', {
    at: source?.at('base'),
    found: `The base “${base}” is a language without a file`,
    expected: 'the tag of another file of a language, such as de',
    fix: 'Remove the line, or correct it.',
  });
}
