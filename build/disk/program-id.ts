import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** The identity of a running program, which other programs can check: `where` is a machine, or a container on it. */
export interface ProgramId {
  where: string;
  pid: number;
  /** When it started, if the system says so: a later program with the same number is not it. */
  start: string;
}

/** Returns the identity of this program. */
export function thisProgram(): ProgramId {
  return { where: machineAndContainer(), pid: process.pid, start: startOf(process.pid) ?? '' };
}

/**
 * True if a program has ended and that can be seen from here; programs of other machines and containers cannot be seen.
 */
export function hasEnded({ where, pid, start }: ProgramId): boolean {
  return where === machineAndContainer() && startOf(pid) !== start;
}

/** Identifies the set of programs that share their numbers: those of one boot of a machine, and of one container. */
function machineAndContainer(): string {
  return [hostname(), readIfThere('/proc/sys/kernel/random/boot_id'), linkIfThere('/proc/self/ns/pid')]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns when a program started; empty if the system does not say so, undefined if the program does not exist. */
function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    // The name of a program is in brackets, and may contain spaces and brackets.
    return readIfThere(`/proc/${pid}/stat`).replace(/^.*\)/s, '').trim().split(' ')[19];
  }
  try {
    process.kill(pid, 0);
    return '';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? '' : undefined;
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function linkIfThere(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
