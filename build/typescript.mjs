// Lets Node read TypeScript: to be imported before anything that is written in it.

import * as node from 'node:module';
import { join } from 'node:path';
import { folder } from './code-folder.mjs';
import { load, resolve } from './compile.mjs';

// Newer versions of Node ask in the same thread, and keep what they make of JavaScript, too.
if (node.registerHooks) node.registerHooks({ resolve, load });
else node.register('./compile.mjs', import.meta.url);
if (folder) node.enableCompileCache?.(join(folder, 'code'));
