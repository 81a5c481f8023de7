import type { Arrangement } from './floats.ts';
import type { PagePlan } from './flow.ts';

/** A place where a page can begin, with the best way of coming there. */
export interface State {
  row: number;
  /** First note row and first float that no page has yet. */
  note: number;
  float: number;
  cost: number;
  page?: PagePlan;
  before?: State;
}

/** Who is told of pages. */
export interface Taker {
  /** How dear a way to a place may be, to be wanted; a dearer one need not be told. */
  limit: (row: number, note: number, float: number) => number;
  take: (to: State) => void;
}

/** How far from full a column may be, in lines, and whether rules may be broken. */
export interface Try {
  slack: number;
  lawful: boolean;
}

/** A page that is being tried: where it begins, which floats it has and where, what may be done. */
export interface Draft {
  state: State;
  /** The first float that is not on it. */
  float: number;
  way: Arrangement;
  attempt: Try;
  taker: Taker;
}
