import type { PagePoint } from '../../on-pages/page-point.ts';
import type { DeskState } from '../desk-state.ts';
import { addressOf } from './ask.ts';

/** The listeners to the desk’s events. */
export interface Arrivals {
  /** The whole state: at the beginning, and when the connection is there again. */
  onState(state: DeskState): void;
  onChange(change: Partial<DeskState>): void;
  onGoTo(point: PagePoint): void;
  /** The connection was lost, or is there again; `gone` if a desk answers that does not know this address. */
  onConnection(now: 'lost' | 'back' | 'gone'): void;
}

/** How often a lost desk is looked for, in ms. */
const interval = 1500;

/** Listens to the desk’s events, and comes back by itself when the desk does. */
export function connect({ onState, onChange, onGoTo, onConnection }: Arrivals): void {
  let isLost = false;
  const open = (): void => {
    const source = new EventSource(addressOf('events'));
    const on = <T>(name: string, act: (data: T) => void) =>
      source.addEventListener(name, ({ data }: MessageEvent<string>) => act(JSON.parse(data) as T));
    on<DeskState>('state', (state) => {
      if (isLost) onConnection('back');
      isLost = false;
      onState(state);
    });
    on('change', onChange);
    on('goto', onGoTo);
    source.addEventListener('error', () => {
      source.close();
      if (!isLost) onConnection('lost');
      isLost = true;
      void look();
    });
  };
  /** Looks for the desk; another one at the same port has another token, and this address does not come back. */
  const look = async (): Promise<void> => {
    const status = await fetch(addressOf('state'), { method: 'HEAD', cache: 'no-store' }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) open();
    else if (status > 0) onConnection('gone');
    else setTimeout(look, interval);
  };
  open();
}
