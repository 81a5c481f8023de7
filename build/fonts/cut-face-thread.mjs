// The thread that cuts faces down, one after another.
import { serve } from '../threads/serve.mjs';
import { cutFace } from './cut-face.mjs';

serve(cutFace);
