import type { VFile } from 'vfile';
import { closestWord } from '../text/closest-word.ts';
import type { Reference, ReferenceList } from './item.ts';
import { numbersOfWork, workNumber } from './work-number.ts';

/** The works of several bibliographies as one list: of two works with one key, that of the later file wins. */
export function listReferences(
  bibliographies: readonly { file: VFile; references: readonly Reference[] }[],
): ReferenceList {
  const byKey = new Map<string, Reference>();
  const keyOf = new Map<string, string>();
  for (const { references } of bibliographies)
    for (const reference of references) {
      byKey.set(reference.key, reference);
      for (const alias of reference.aliases ?? []) keyOf.set(alias, reference.key);
    }
  // Few manuscripts cite by numbers, and bibliographies are long.
  let byNumber: Map<string, Reference> | undefined;
  const findByNumber = (key: string): Reference | undefined => {
    const number = workNumber(key);
    if (number === undefined) return undefined;
    byNumber ??= new Map(
      bibliographies.flatMap(({ references }) =>
        references.flatMap((reference) => numbersOfWork(reference.item).map((one) => [one, reference] as const)),
      ),
    );
    return byNumber.get(number);
  };
  return {
    find: (key) => byKey.get(key) ?? byKey.get(keyOf.get(key) ?? '') ?? findByNumber(key),
    nearest: (key) => closestWord(key, [...byKey.keys(), ...keyOf.keys()]),
    all: [...byKey.values()],
    files: bibliographies.map(({ file }) => file),
  };
}
