import { BrowserDied, type Chrome, type Site } from '../../browser/browser.ts';
import { withSite } from '../print.ts';
import { openTab, type UnitTab } from './unit-tab.ts';

/** Tabs of the browser that work on one unit after another. */
export interface TabPool {
  /**
   * Works on a unit in a tab, in the order of the calls. If the browser dies, the work is repeated once, alone. Throws
   * what the work throws, and BrowserDied, with the unit’s name, if it dies again.
   */
  run<T>(name: string, work: (tab: UnitTab) => Promise<T>): Promise<T>;
  /** Resolves when the browser has died under some work. */
  trouble: Promise<void>;
  /** Closes the tabs once their work is done. */
  close(): Promise<void>;
}

interface Task {
  name: string;
  tries: number;
  /** Does the work and keeps its result. */
  attempt: (tab: UnitTab) => Promise<void>;
  fail: (error: unknown) => void;
}

/** Opens up to `count` tabs, when there is work for them. Each shows the document of `site`. */
export function openTabs(chrome: Chrome, site: Site, count: number): TabPool {
  const queue: Task[] = [];
  const running = new Set<Task>();
  const tabs = new Set<Promise<void>>();
  let idle = 0;
  let suspects = 0;
  let closed = false;
  let waiting: (() => void)[] = [];
  let signal = () => {};
  const trouble = new Promise<void>((resolve) => {
    signal = resolve;
  });
  const changed = () => {
    const all = waiting;
    waiting = [];
    for (const one of all) one();
  };
  const change = () => new Promise<void>((resolve) => waiting.push(resolve));

  /** Waits for the next task; one that the browser died under runs alone, so that no other is blamed for it. */
  const admit = async (again: Task | undefined): Promise<Task | undefined> => {
    if (again) {
      suspects++;
      signal();
      changed();
      while (running.size > 0) await change();
      suspects--;
      running.add(again);
      return again;
    }
    idle++;
    try {
      for (;;) {
        const alone = [...running].some(({ tries }) => tries > 0);
        if (suspects === 0 && !alone && queue.length > 0) break;
        if (closed && queue.length === 0) return undefined;
        await change();
      }
    } finally {
      idle--;
    }
    const task = queue.shift() as Task;
    running.add(task);
    return task;
  };

  const serve = async (): Promise<void> => {
    let current: Task | undefined;
    const done = () => {
      if (current) running.delete(current);
      current = undefined;
      changed();
    };
    const work = async (tab: UnitTab): Promise<void> => {
      if (current) {
        running.delete(current);
        current.tries++;
      }
      for (;;) {
        current = await admit(current);
        if (!current) return;
        await current.attempt(tab);
        done();
      }
    };
    for (;;) {
      let opened = false;
      try {
        return await withSite(chrome, site, async (page) => {
          const tab = await openTab(page);
          opened = true;
          await work(tab);
        });
      } catch (error) {
        const task: Task | undefined = current;
        done();
        if (task)
          task.fail(error instanceof BrowserDied ? new BrowserDied(`${error.reason} (at ${task.name})`) : error);
        else if (!opened) {
          for (const left of queue.splice(0)) left.fail(error);
          return;
        }
      }
    }
  };

  const open = () => {
    const tab: Promise<void> = serve().finally(() => tabs.delete(tab));
    tabs.add(tab);
  };

  return {
    trouble,
    run: (name, work) =>
      new Promise((resolve, reject) => {
        queue.push({
          name,
          tries: 0,
          attempt: async (tab) => resolve(await work(tab)),
          fail: reject,
        });
        if (idle === 0 && tabs.size < count) open();
        changed();
      }),
    async close() {
      closed = true;
      changed();
      await Promise.all(tabs);
    },
  };
}
