import { parseDocument } from 'yaml';
import { offprintRoot, openRepository, type Repository } from '../disk/repository.ts';
import { readPlainYaml } from '../text/plain-yaml.ts';
import { yamlFaults } from '../text/yaml-faults.ts';
import { houseTemplate, TemplateError } from './templates.ts';

/** A file of words by language and name: `{ en: { contents: 'Contents', … }, … }`. */
export type WordFile<T> = Record<string, Record<string, T>>;

/** The last files that were parsed, by their path and text: the house’s own and a journal’s. */
const parsed = new Map<string, unknown>();

/**
 * Reads a file of words in `templates/`: Offprint’s own, and the journal’s, which may be the same. Throws
 * {@link TemplateError} for a file that is not YAML, or has something else than words, which `fault` says.
 */
export async function readWordFiles<T>(
  repository: Repository,
  path: string,
  isWords: (value: unknown) => value is T,
  fault: string,
): Promise<WordFile<T>[]> {
  const files: WordFile<T>[] = [];
  for (const source of [await openRepository(offprintRoot), repository]) {
    const text = new TextDecoder().decode((await houseTemplate(source, path)).data);
    const key = `${path}\n${text}`;
    const words = parsed.get(key) ?? readPlainYaml(text) ?? parse(path, text);
    if (!isMap(words) || !Object.values(words).every((one) => isMap(one) && Object.values(one).every(isWords)))
      throw new TemplateError(path, 1, fault);
    if (parsed.size > 7) parsed.clear();
    parsed.set(key, words);
    files.push(words as WordFile<T>);
  }
  return files;
}

function parse(path: string, text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
  const [fault] = yamlFaults(document, text);
  if (!fault) return document.toJS() ?? {};
  throw new TemplateError(path, text.slice(0, fault.from).split('\n').length, `${fault.found}. ${fault.fix}`);
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
