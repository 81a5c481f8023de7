import type { Doubt } from '../imported.ts';
import type { FormInput } from './context.ts';

/** A doubt about what a place is taken for: `made` is the decision of an editor, else the first of its forms. */
export function takeFor(
  { imported, decided }: Pick<FormInput, 'imported' | 'decided'>,
  about: Omit<Doubt, 'made' | 'instead'>,
  forms: readonly [string, ...string[]],
): Doubt & { made: string } {
  const made = decided(about.rule, about.words) ?? forms[0];
  const doubt = { ...about, made, instead: forms.filter((form) => form !== made) };
  imported.doubts.push(doubt);
  return doubt;
}
