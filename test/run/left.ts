import { isDeepStrictEqual } from 'node:util';

/** What tests can change in their process that others after them would see. */
export function state(): Record<string, unknown> {
  return {
    'the working folder': process.cwd(),
    ...Object.fromEntries(Object.entries(process.env).map(([name, value]) => [`the environment’s ${name}`, value])),
    ...Object.fromEntries(signals.map((signal) => [`the listeners for ${signal}`, process.listenerCount(signal)])),
    'what writes to standard output': process.stdout.write,
    'what writes to standard error': process.stderr.write,
    'the clock': Date.now,
    chance: Math.random,
  };
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What differs from a state before; one line each. */
export function left(before: Record<string, unknown>): string[] {
  const now = state();
  const changed = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (name) => !isDeepStrictEqual(before[name], now[name]),
  );
  return changed.map((name) => `its tests left ${name} changed: from ${before[name]} to ${now[name]}`);
}
