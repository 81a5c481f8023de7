import type { Chrome, Site } from '../browser/browser.ts';
import { openTabs, type TabPool } from '../pdf/units/tab-pool.ts';

/** Tabs of the browser that stay open from one setting of an issue to the next, with its faces loaded. */
export interface WarmTabs {
  /** The tabs for a site: those that are open, if they show the same files. */
  tabsFor(site: Site): TabPool;
  /** True if they have shown so many units that new ones would take much less memory. */
  areWorn(): boolean;
  /** Opens new tabs in place of old ones, which grow with every unit that they show. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/** How many units tabs show before they are worn: each leaves about 1 MB in the browser. */
const most = 200;

/** Keeps up to `count` tabs warm. */
export function warmTabs(chrome: Chrome, count: number): WarmTabs {
  let open: { site: Site; pool: TabPool } | undefined;
  let shown = 0;
  const closing = new Set<Promise<void>>();
  const end = (pool: TabPool): void => {
    const ended = pool
      .close()
      .catch(() => {})
      .finally(() => closing.delete(ended));
    closing.add(ended);
  };
  const start = (site: Site): TabPool => {
    if (open) end(open.pool);
    const tabs = openTabs(chrome, site, count);
    shown = 0;
    const pool: TabPool = {
      ...tabs,
      run: (name, work) => {
        shown++;
        return tabs.run(name, work);
      },
    };
    open = { site, pool };
    return pool;
  };
  return {
    tabsFor: (site) => (open && isSame(open.site, site) ? open.pool : start(site)),
    areWorn: () => shown > most,
    async renew() {
      if (!open) return;
      // The browser may be gone; the next unit says so.
      await start(open.site)
        .run('an empty page', async () => {})
        .catch(() => {});
    },
    async close() {
      if (open) end(open.pool);
      open = undefined;
      await Promise.all(closing);
    },
  };
}

/** True if two sites have the same files. */
function isSame(one: Site, other: Site): boolean {
  if (one.entry !== other.entry || one.files.size !== other.files.size) return false;
  return [...one.files].every(([path, { type, data }]) => {
    const there = other.files.get(path);
    if (!there || there.type !== type) return false;
    if (typeof data === 'string' || typeof there.data === 'string') return data === there.data;
    return Buffer.compare(data, there.data) === 0;
  });
}
