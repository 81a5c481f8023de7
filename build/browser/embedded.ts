import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import { cacheFolder } from './cache-folder.ts';
import type { Program } from './places.ts';

/**
 * The Chromium in the npm package @sparticuz/chromium, for Linux on x64: pinned, so that pages break alike on every
 * machine. The package’s own unpacking is not used, because it accepts any file at /tmp/chromium, from any user. Throws
 * an Error that says why there is none, or why it cannot be unpacked or started.
 */
export async function embeddedChromium(): Promise<Program> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('only for Linux on x64');
  const { bin, version } = await findPackage();
  const folder = await cacheFolder(`chromium-${version}`, (aside) => unpack(bin, aside));
  const path = join(folder, 'chromium');
  const env = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  return { path, env: { ...env, ...(await libraries(path, join(folder, 'lib'))) } };
}

async function findPackage(): Promise<{ bin: string; version: string }> {
  let home: string;
  try {
    // Where in the package its code lies changes, and it lets nobody ask for its package.json.
    const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const name = join('node_modules', '@sparticuz', 'chromium');
    home = main.slice(0, main.lastIndexOf(name) + name.length);
  } catch {
    throw new Error('the package @sparticuz/chromium is not installed');
  }
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  return { bin: join(home, 'bin'), version };
}

async function unpack(bin: string, folder: string): Promise<void> {
  const open = (name: string) => [createReadStream(join(bin, name)), createBrotliDecompress()] as const;
  await Promise.all([
    pipeline(...open('chromium.br'), createWriteStream(join(folder, 'chromium'), { mode: 0o700 })),
    pipeline(...open('al2023.tar.br'), extract(folder, { map: ours })),
    pipeline(...open('fonts.tar.br'), extract(folder, { map: ours })),
  ]);
  await writeFile(join(folder, 'fonts.conf'), fontsConf);
}

/** Keeps files the user’s own: as root, tar-fs would give each file to the user that packed it. */
function ours<T extends { uid: number; gid: number }>(header: T): T {
  const { uid, gid } = userInfo();
  return { ...header, uid, gid };
}

/**
 * Hides the machine’s fonts from the browser: a page that needs a font which the stylesheet lacks looks the same, and
 * wrong in the same way, everywhere. Chromium draws no text at all without any font, so the package’s font is there.
 */
const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** In ms; a last resort, because a busy machine may take a while. */
const longestStart = 300_000;

/**
 * Finds the environment in which Chromium starts. The package contains libraries that bare machines lack, and they are
 * used only if it does not start without them.
 */
async function libraries(path: string, folder: string): Promise<Record<string, string>> {
  const before = process.env.LD_LIBRARY_PATH;
  const trials = [{}, { LD_LIBRARY_PATH: before ? `${folder}:${before}` : folder }];
  let reason = '';
  for (const env of trials) {
    try {
      await promisify(execFile)(path, ['--version'], { env: { ...process.env, ...env }, timeout: longestStart });
      return env;
    } catch (error) {
      reason ||= (error as { stderr?: string }).stderr?.trim() || (error as Error).message;
    }
  }
  throw new Error(`it does not start: ${reason}`);
}
