// The thread that compresses files of books.
import { serve } from '../../threads/serve.mjs';
import { compressFile } from './compress-file.mjs';

serve(compressFile);
