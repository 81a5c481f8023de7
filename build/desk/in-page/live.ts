import { byId } from './dom.ts';

/** Says something to those who cannot see it, even if it is the same as before. */
export function say(text: string): void {
  const region = byId('said');
  region.textContent = '';
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}
