import { asWritten, type Speak, speaker, type Table } from '../../messages/speak.ts';
import { ask } from './ask.ts';

/** The speech of findings: the language of the interface where there is a table of messages, else English. */
export interface Speech {
  lang: string;
  speak: Speak;
}

/** The speech for a language of the interface. */
export async function loadSpeech(lang: string): Promise<Speech> {
  const table = await ask<Table | null>('messages', { lang }).catch(() => undefined);
  return table ? { lang, speak: speaker(table) } : { lang: 'en', speak: asWritten };
}
