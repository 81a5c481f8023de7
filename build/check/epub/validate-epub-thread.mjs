// The thread that checks EPUBs without Java.
import { serve } from '../../threads/serve.mjs';
import { prepareValidator, validateEpub } from './validate-epub.mjs';

serve(validateEpub);
// Of what it fails by, the first book fails, too.
prepareValidator().catch(() => {});
