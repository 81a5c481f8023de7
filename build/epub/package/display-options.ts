import type { ArchiveFile } from './package-files.ts';

/** The file that makes Apple Books show the book's own faces. */
export const displayOptions: ArchiveFile = {
  path: 'META-INF/com.apple.ibooks.display-options.xml',
  data: `<?xml version="1.0" encoding="utf-8"?>
<display_options>
<platform name="*">
<option name="specified-fonts">true</option>
</platform>
</display_options>
`,
};
