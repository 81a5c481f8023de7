import { readdirSync, readFileSync } from 'node:fs';

/** A running process, from /proc. */
export interface RunningProcess {
  pid: number;
  parent: number;
  name: string;
  /** Processor time so far, in ms. */
  cpu: number;
  /** The same of the processes that it started and that have ended. */
  ended: number;
}

/** All processes of the machine. Only Linux has /proc; elsewhere there are none. */
export function runningProcesses(): RunningProcess[] {
  return foldersOf('/proc').flatMap((name) => {
    const pid = Number(name);
    const stat = Number.isInteger(pid) ? textOf(`/proc/${name}/stat`) : undefined;
    return stat ? [readStat(stat)] : [];
  });
}

/** The processor time of a process’s main thread, in ms. */
export function mainThreadOf(pid: number): number {
  const stat = textOf(`/proc/${pid}/task/${pid}/stat`);
  return stat ? readStat(stat).cpu : 0;
}

/** A line of /proc/PID/stat: the name is in brackets, and may have brackets in it. Times are in hundredths of a second. */
export function readStat(line: string): RunningProcess {
  const [open, close] = [line.indexOf('('), line.lastIndexOf(')')];
  const rest = line.slice(close + 2).split(' ');
  const ticks = (from: number) => (Number(rest[from]) + Number(rest[from + 1])) * 10;
  return {
    pid: Number(line.slice(0, open)),
    parent: Number(rest[1]),
    name: line.slice(open + 1, close),
    cpu: ticks(11),
    ended: ticks(13),
  };
}

/** A process and all that it started, directly or not; also those in `known` whose parent has ended meanwhile. */
export function treeOf(pid: number, all: readonly RunningProcess[], known: Iterable<number> = []): RunningProcess[] {
  const inTree = new Set([pid, ...known]);
  for (let size = 0; size !== inTree.size; ) {
    size = inTree.size;
    for (const one of all) if (inTree.has(one.parent)) inTree.add(one.pid);
  }
  return all.filter((one) => inTree.has(one.pid));
}

/** The memory of a process in bytes, of which shared pages count in proportion to how many processes share them (PSS). */
export function memoryOf(pid: number): number {
  const kilobytes = textOf(`/proc/${pid}/smaps_rollup`)?.match(/^Pss:\s+(\d+)/m)?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

function foldersOf(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** A process may end while it is looked at. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
