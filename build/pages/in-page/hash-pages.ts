/**
 * A hash of what each composed page shows, in 32 hexadecimal digits. Places in the manuscripts and numbers of blocks
 * are left out: they change when something is added before a page that looks as it did.
 */
export async function hashPages(): Promise<string[]> {
  const pages = [...document.querySelectorAll('body > .sheet, body > .page')];
  return Promise.all(
    pages.map(async (page) => {
      const html = page.outerHTML.replace(/ data-(?:pos|block|tag|row)="[^"]*"/g, '');
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(html)));
      return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    }),
  );
}
