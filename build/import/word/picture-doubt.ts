import type { AuthorPlace, Doubt } from '../imported.ts';
import { pictureDoubt, pictureKindDoubt } from '../office/doubts.ts';
import type { WordPicture } from './pictures.ts';

/** A doubt about a picture: a formula of old, a kind that is not shown, or no description. */
export function doubtOfPicture(
  { object, alt, isMachineAlt }: WordPicture,
  name: string,
  at: AuthorPlace,
): Doubt | undefined {
  if (/equation|mathtype/i.test(object ?? ''))
    return {
      rule: 'import-equation',
      confidence: 0.2,
      at,
      words: at.words,
      found: 'A formula of an old equation editor',
      made: name,
      fix: 'Write it in words, or make a picture of it.',
    };
  const ofKind = pictureKindDoubt(name, at);
  if (ofKind || alt !== '') return ofKind;
  const what = isMachineAlt ? 'A picture that only a machine described' : 'A picture without a description';
  return pictureDoubt(what, name, 0.8, at);
}
