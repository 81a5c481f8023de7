// The thread that checks EPUBs without Java.
import { serve } from '../../threads/serve.mjs';
import { validateEpub } from './validate-epub.mjs';

serve(validateEpub);
