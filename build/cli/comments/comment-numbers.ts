import type { PlacedComment } from '../../comments/place-comments.ts';
import { unfitNames } from '../../comments/say-comments.ts';
import { UsageError } from '../usage.ts';

/** Reads `3,5-7`: numbers of comments. Throws UsageError. */
export function readNumbers(list: string, option: string): number[] {
  const numbers: number[] = [];
  for (const part of list.split(',').map((one) => one.trim())) {
    const [, from, to = from] = /^(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?$/.exec(part) ?? [];
    if (from === undefined || Number(to) < Number(from) || Number(to) - Number(from) > 20_000)
      throw new UsageError(`${option} wants numbers of comments, as 3,5-7, not ${list}.`);
    for (let number = Number(from); number <= Number(to); number++) numbers.push(number);
  }
  return [...new Set(numbers)];
}

/** The options that name comments: whose changes are made, and whose remark comes in place of their words. */
export interface AskedChanges {
  apply?: string;
  replace?: string;
}

/** The comments whose changes are asked for; all that can be made, if none are named. Throws UsageError. */
export function askedChanges(
  comments: readonly PlacedComment[],
  { apply, replace }: AskedChanges,
): (PlacedComment & Required<Pick<PlacedComment, 'change' | 'place'>>)[] {
  const all = (apply === undefined && replace === undefined) || apply === 'all';
  const named = [...(apply === undefined || all ? [] : readNumbers(apply, '--apply'))];
  const replaced = replace === undefined ? [] : readNumbers(replace, '--replace');
  const fits = comments.filter(({ change, unfit }) => change && !unfit).map(({ number }) => number);
  const numbers = new Set([...(all ? fits : []), ...named, ...replaced]);
  return [...numbers].map((number) => {
    const comment = number > 0 ? comments.find((one) => one.number === number) : undefined;
    const count = comments.filter((one) => one.number > 0).length;
    if (!comment) throw new UsageError(`There is no comment ${number}: there are ${count}.`);
    const { place, replacement } = comment;
    if (replaced.includes(number) && !replacement)
      throw new UsageError(`Comment ${number} strikes no words out with a remark that could replace them.`);
    const change = replaced.includes(number) ? replacement : comment.change;
    if (!change || !place)
      throw new UsageError(`Comment ${number} asks for no change that can be made. ${whyNot(comment)}`.trim());
    return { ...comment, change, place };
  });
}

function whyNot({ unfit }: PlacedComment): string {
  return unfit ? unfitNames[unfit] : '';
}
