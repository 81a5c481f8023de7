import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Offprint's own folder: its templates, styles and packages serve every journal. */
export const offprintRoot = resolve(fileURLToPath(new URL('../..', import.meta.url)));
