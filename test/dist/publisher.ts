import type { Sink } from '../../build/disk/output-files.ts';
import { publish } from './publish-files.ts';

/*
 * A program that publishes an issue repeatedly: `publisher.ts OUT LETTER TIMES [exit]`. Its edition is LETTER, a thousand
 * times in each of twenty files, which it writes in parts; it keeps those of other letters. With `exit` it ends in the
 * middle of the last one.
 */
const [out = '', letter = '', times = '', exit] = process.argv.slice(2);
for (let n = 1; n <= Number(times); n++) {
  const text = new TextEncoder().encode(`${letter}${n} `.repeat(250));
  const contentOf = (i: number) => async (sink: Sink) => {
    for (let part = 0; part < 4; part++) {
      await sink.write(text);
      if (exit && n === Number(times) && i === 10) process.exit(7);
    }
  };
  const files = new Map(Array.from({ length: 20 }, (_, i) => [`${letter}/${i}.txt`, contentOf(i)]));
  await publish(out, '1', files, (path) => !path.startsWith(`${letter}/`));
  process.stdout.write('.');
}
