/** Settings that the browser remembers: how pages are shown, and which panels are open. */
export const settings = {
  read(name: string): string | undefined {
    try {
      return localStorage.getItem(`desk-${name}`) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write(name: string, value: string): void {
    try {
      localStorage.setItem(`desk-${name}`, value);
    } catch {
      // A browser that keeps nothing shows the desk in its usual view.
    }
  },
};
