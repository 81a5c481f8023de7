// The thread that writes the citations of one article after another: lets Node read TypeScript, then calls run-job.ts.
import '../../typescript.mjs';
import { serve } from '../../threads/serve.mjs';

const { runCitingJob } = await import('./run-job.ts');
serve(runCitingJob);
