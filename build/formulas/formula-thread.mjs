import '../typescript.mjs';
import { serve } from '../threads/serve.mjs';

const { runFormulaJob } = await import('./run-job.ts');
serve(runFormulaJob);
