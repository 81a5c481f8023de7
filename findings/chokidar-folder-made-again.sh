#!/bin/sh
# chokidar tells that a folder which it was asked to watch is removed, and then nothing more of it: neither that it is made again at its
# place, as Git does on the way to another branch and back, nor that a file in it changes. A folder below a watched one is followed as before.
# Seen on Linux with chokidar 3.6.0, 4.0.3 and 5.0.0 (which wants Node 20.19); fs.watch of Node is beneath all of them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/try.mjs" <<'JS'
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import * as chokidar from 'chokidar';
const watch = chokidar.watch ?? chokidar.default.watch;
await mkdir('watched/inner', { recursive: true });
await writeFile('watched/inner/a.txt', '1');
for (const removed of ['watched/inner', 'watched']) {
  const told = new Set();
  const watcher = watch('watched', { ignoreInitial: true }).on('all', (event, path) => told.add(`${event} ${path}`));
  await new Promise((resolve) => watcher.on('ready', resolve));
  await rm(removed, { recursive: true });
  await wait(1500);
  const gone = told.size > 0;
  told.clear();
  await mkdir('watched/inner', { recursive: true });
  await writeFile('watched/inner/a.txt', '2');
  await wait(1500);
  await writeFile('watched/inner/a.txt', '3');
  await wait(1500);
  console.log(`${removed} removed: ${gone ? 'told' : 'not told'}; made again: ${told.size > 0 ? 'told' : 'not told'}`);
  await watcher.close();
}
JS
try() { # version of chokidar
  mkdir "$folder/$1" && cp "$folder/try.mjs" "$folder/$1" && cd "$folder/$1"
  npm init -y >/dev/null
  npm install --silent --no-audit --no-fund "chokidar@$1" >/dev/null 2>&1
  echo "chokidar $1"
  node try.mjs
}
seen=$(try 3.6.0; try 4.0.3; try 5.0.0)
echo "$seen"
expected='chokidar 3.6.0
watched/inner removed: told; made again: told
watched removed: told; made again: not told
chokidar 4.0.3
watched/inner removed: told; made again: told
watched removed: told; made again: not told
chokidar 5.0.0
watched/inner removed: told; made again: told
watched removed: told; made again: not told'
[ "$seen" = "$expected" ] || { echo 'This has changed.'; exit 1; }
