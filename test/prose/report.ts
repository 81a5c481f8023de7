import { proseFiles, readWords, type Stumble, stumblesIn } from './prose.ts';

/*
 * `npm run prose` counts, room by room, what is not in plain words; with words behind `--`, it looks only at the files whose path has one of
 * them, and lists what it found, as it does where that is little. It ends with 1 where it found anything.
 */

const wanted = process.argv.slice(2);
const words = await readWords();
const files = (await proseFiles()).filter((path) => wanted.length === 0 || wanted.some((word) => path.includes(word)));
const found = (await Promise.all(files.map((path) => stumblesIn(path, words)))).flat();
if (wanted.length > 0 || found.length <= 40)
  for (const { path, line, found: what, better } of found)
    process.stdout.write(`${path}:${line}  ${what}  → ${better}\n`);
process.stdout.write(tableOf(found));
process.exitCode = found.length > 0 ? 1 : 0;

function tableOf(stumbles: readonly Stumble[]): string {
  const kinds = ['word', 'beginning', 'length'] as const;
  const rooms = new Map<string, Stumble[]>();
  for (const stumble of stumbles) {
    const room = /^(build\/[^/]+|[^/]+)/.exec(stumble.path)?.[1] ?? '';
    rooms.set(room, [...(rooms.get(room) ?? []), stumble]);
  }
  const row = (name: string, some: readonly Stumble[]) =>
    `${name.padEnd(24)}${kinds.map((kind) => String(some.filter((one) => one.kind === kind).length).padStart(11)).join('')}\n`;
  const head = `\n${''.padEnd(24)}${['words', 'beginnings', 'lengths'].map((name) => name.padStart(11)).join('')}\n`;
  return (
    head +
    [...rooms]
      .sort()
      .map(([name, some]) => row(name, some))
      .join('') +
    row('in all', stumbles)
  );
}
