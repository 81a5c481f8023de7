import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A program that works, as others can tell it: `where` is a machine, or a container on it. */
export interface Holder {
  where: string;
  pid: number;
  /** When it began, where the system tells: a number that has been given to a later program is not it. */
  start: string;
}

/** This program. */
export function thisProgram(): Holder {
  return { where: here(), pid: process.pid, start: startOf(process.pid) ?? '' };
}

/** Whether a program has ended, as far as it can be seen from here: of other machines and containers nothing can. */
export function hasEnded({ where, pid, start }: Holder): boolean {
  return where === here() && startOf(pid) !== start;
}

/** Programs that have the same numbers: of one start of a machine, and of one container. */
function here(): string {
  return [hostname(), read('/proc/sys/kernel/random/boot_id'), link('/proc/self/ns/pid')]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** When a program began, empty where the system does not tell; undefined where there is none. */
function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    // The name of a program, in brackets, may have spaces and brackets in it.
    return read(`/proc/${pid}/stat`).replace(/^.*\)/s, '').trim().split(' ')[19];
  }
  try {
    process.kill(pid, 0);
    return '';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? '' : undefined;
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
