/** The forms an issue is published in, as `--only` names them. */
export const editions = ['epub', 'print'] as const;
export type Edition = (typeof editions)[number];
