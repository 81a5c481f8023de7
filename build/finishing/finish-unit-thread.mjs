// The thread that finishes one unit after another: lets Node read TypeScript, then calls finish-unit.ts.
import '../typescript.mjs';
import { serve } from '../threads/serve.mjs';

const { finishUnit } = await import('./finish-unit.ts');
serve(finishUnit);
