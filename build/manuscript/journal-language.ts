import { parseDocument } from 'yaml';
import type { Repository } from '../disk/repository.ts';

/** The journal’s language, if its settings state one: faults in them are reported elsewhere. */
export async function journalLanguage(repository: Repository): Promise<string | undefined> {
  const data = await repository.read('manuscripts/journal.yaml').catch(() => undefined);
  const lang = parseDocument(new TextDecoder().decode(data), { logLevel: 'error' }).toJS()?.lang;
  return typeof lang === 'string' ? lang : undefined;
}
