import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

/** Runs a command where the libraries that Chromium needs, and all fonts, are hidden. */
const hide = `
for library in libnss3 libnssutil3 libnspr4 libexpat; do
  for file in /lib/*/$library.so* /usr/lib/*/$library.so* /usr/lib64/$library.so*; do
    if [ -e "$file" ]; then mount --bind /dev/null "$file"; fi
  done
done
for folder in /usr/share/fonts /etc/fonts; do
  if [ -d "$folder" ]; then mount -t tmpfs none "$folder"; fi
done
exec "$@"`;

const unshare = (...command: string[]) =>
  spawnSync('unshare', [...(process.getuid?.() === 0 ? [] : ['-Ur']), '-m', 'sh', '-ec', hide, 'sh', ...command], {
    encoding: 'utf8',
  });

// Needs Linux that lets this user hide files for a process of its own.
const where = unshare('true').status === 0 && process.arch === 'x64' ? test : test.skip;

where('the embedded browser starts and prints on a machine with no libraries and no fonts', () => {
  const program = fileURLToPath(new URL('start-and-wait.ts', import.meta.url));
  const { status, stdout, stderr } = unshare(process.execPath, ...process.execArgv, program, 'close');
  assert.is(status, 0, stderr);
  assert.match(stdout, /^\d+$/m);
});

test.run();
