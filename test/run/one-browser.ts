import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer';
import { type BrowserProcess, startProcess } from '../../build/browser/process.ts';
import { beforeEnding } from './ending.ts';

/*
 * To be imported before what starts browsers: one browser then serves all who start one in this process, and lives as
 * long as it does. Each gets it under the name of one of its own, which nobody can end by way of it. Should it die
 * nevertheless, the next gets another. What stands in the room `browser` does its work unchanged, and starts it.
 */

/** In the environment of the browser that is shared: this one is started indeed. */
const mark = 'OFFPRINT_SHARED_BROWSER';

const launch = puppeteer.launch.bind(puppeteer);
const running = new Map<string, Promise<BrowserProcess>>();

const launchShared = async (options: LaunchOptions = {}): Promise<Browser> => {
  const { executablePath: path, args = [], env = {}, protocolTimeout = 0 } = options;
  if (!path || mark in env) return launch(options);
  const { PATH: _, GITHUB_ACTIONS: __, GITHUB_WORKSPACE: ___, ...read } = env;
  const key = JSON.stringify([path, args, protocolTimeout, read]);
  const asked = running.get(key);
  const living = await asked?.catch(() => undefined);
  // Of several that find it dead, the first starts another.
  if (!living?.browser.connected && running.get(key) === asked) {
    const given = Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => !!entry[1]));
    running.set(key, startProcess({ path, env: { ...given, [mark]: '1' } }, args, protocolTimeout));
  }
  const { browser } = (await running.get(key)) as BrowserProcess;
  return lent(browser);
};
Object.assign(puppeteer, { launch: launchShared });

/** A browser whose process is not to be seen, and that stays when it is closed. */
function lent(browser: Browser): Browser {
  return new Proxy(browser, {
    get(target, name) {
      if (name === 'process') return () => null;
      if (name === 'close') return async () => {};
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

beforeEnding(() => Promise.allSettled([...running.values()].map(async (one) => (await one).end())));
