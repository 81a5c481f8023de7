// Makes Node run TypeScript: import it before any TypeScript module.

import * as node from 'node:module';
import { join } from 'node:path';
import { folder } from './code-folder.mjs';
import { load, resolve } from './compile.mjs';

// Newer versions of Node call the hooks in the same thread, and can cache compiled code, too.
if (node.registerHooks) node.registerHooks({ resolve, load });
else node.register('./compile.mjs', import.meta.url);
if (folder) node.enableCompileCache?.(join(folder, 'code'));
