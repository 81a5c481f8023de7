import { speakerOf } from '../../languages/message-table.ts';
import { asWritten } from '../../messages/speak.ts';
import { userLanguage } from '../../messages/user-language.ts';

/** A text in the language of the terminal’s user. */
export function spoken(text: string): string {
  return speakerOf(userLanguage(process.env))(text);
}

/** The language in which the terminal’s user is told everything: English where there is no table of another. */
export function terminalLanguage(): string {
  const lang = userLanguage(process.env);
  return speakerOf(lang) === asWritten ? 'en' : lang;
}
