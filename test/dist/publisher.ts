import { publish } from './publish-files.ts';

/*
 * A program that publishes an issue repeatedly: `publisher.ts OUT LETTER TIMES`. Its edition is LETTER, a thousand
 * times in each of twenty files; it keeps those of other letters.
 */
const [out = '', letter = '', times = ''] = process.argv.slice(2);
for (let n = 1; n <= Number(times); n++) {
  const text = new TextEncoder().encode(`${letter}${n} `.repeat(1000));
  const files = new Map(Array.from({ length: 20 }, (_, i) => [`${letter}/${i}.txt`, text]));
  await publish(out, '1', files, (path) => !path.startsWith(`${letter}/`));
  process.stdout.write('.');
}
