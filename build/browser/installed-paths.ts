import { delimiter, join } from 'node:path';

/** The usual paths of installed browsers. Edge is last: it is a Chromium, too, and comes with every Windows. */
export function installedPaths(): string[] {
  if (process.platform === 'darwin') {
    const homes = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.flatMap((name) => homes.map((home) => `${home}/${name}.app/Contents/MacOS/${name}`));
  }
  if (process.platform === 'win32') {
    const homes = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((key) => process.env[key] ?? []);
    const names = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return names.flatMap((name) => homes.map((home) => join(home, name)));
  }
  const homes = new Set([
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ]);
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable'];
  return names.flatMap((name) => [...homes].map((home) => join(home, name)));
}
