/* The functions that Node calls in the browser to set lines. */

export { collectBlocks } from './blocks.ts';
export { checkBlocks } from './check.ts';
export { collectedOf } from './collecting.ts';
export { measureWidths } from './measure-widths.ts';
export { pinBlocks } from './pin.ts';
export { unpinBlocks } from './unpin.ts';
