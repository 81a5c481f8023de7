// A thread for the tests: it doubles numbers, fails at negative ones, and ends at a thousand.
import { serve } from '../../build/threads/serve.mjs';

serve((number) => {
  if (number === 1000) process.exit(1);
  if (number < 0) throw new Error('negative');
  return 2 * number;
});
