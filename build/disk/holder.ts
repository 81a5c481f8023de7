import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A running program, as others can identify it: `where` is a machine, or a container on it. */
export interface Holder {
  where: string;
  pid: number;
  /** The time at which it began, if the system tells: its number may belong to a later program. */
  start: string;
}

/** This program. */
export function thisProgram(): Holder {
  return { where: here(), pid: process.pid, start: startOf(process.pid) ?? '' };
}

/** True if a program is known to have ended; nothing is known of those on other machines and in other containers. */
export function hasEnded({ where, pid, start }: Holder): boolean {
  return where === here() && startOf(pid) !== start;
}

/** An identifier of the space of process numbers: one boot of a machine, and one container. */
function here(): string {
  return [hostname(), read('/proc/sys/kernel/random/boot_id'), link('/proc/self/ns/pid')]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The time at which a program began; empty if the system does not tell, undefined if there is no such program. */
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
