/** The options to remove folders that other programs may still write to, such as a browser that is just ending. */
export const removal = { recursive: true, force: true, maxRetries: 5 };
