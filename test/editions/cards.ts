import { type Edition, styleOf } from '../../build/editions/edition.ts';

const sheet = 'card';
const folder = 'cards/';
const ending = '.html';

/** A made-up edition: a card for each article, with a stylesheet of its own, made without pages. */
export const cards: Edition = {
  name: 'cards',
  about: 'a card for each article',
  needs: 'tree',
  sheet,
  stages: { make: 'Cutting cards', check: 'Checking cards' },
  has: (path) => path.startsWith(folder) && path.endsWith(ending),
  async make(context, files) {
    const { css } = styleOf(context, sheet);
    const cards = context.issue.articles.map(async ({ name, title }) => {
      const path = `${folder}${name}${ending}`;
      const text = `<!doctype html><style>${css}</style><title>${title.text}</title>`;
      await files.write(path, new TextEncoder().encode(text));
      return { path };
    });
    return Promise.all(cards);
  },
};
