import { type Edition, type EditionOutput, pagesOf } from './edition.ts';

const checking = () => import('./check-pdfs.ts');
const folder = 'offprints/';
const ending = '.pdf';

/** Each article as a PDF of its own, with the pages that it has in the issue. */
export const offprints: Edition = {
  name: 'offprints',
  about: 'each article for its readers, a tagged PDF',
  needs: 'pages',
  stages: { make: 'Cutting the offprints', check: 'Checking the offprints' },
  has: (path) => path.startsWith(folder) && path.endsWith(ending),
  ahead: [checking],
  async make(context, files) {
    const { issue, printed, finisher } = pagesOf(context);
    const outputs: EditionOutput[] = [];
    for (const unit of printed.units)
      for (const { article: id, pdf, texts, isClean } of (await finisher.finish(unit, 'offprints')).offprints ?? []) {
        const article = issue.articles.find((one) => one.id === id);
        // An article that runs on shares its unit with others.
        if (!article || context.chosen?.has(id) === false) continue;
        const path = `${folder}${article.name}${ending}`;
        await files.write(path, pdf);
        // Its words are not compared again.
        outputs.push({ path, partsAreClean: isClean, ...(texts && !isClean ? { texts } : {}) });
      }
    return outputs;
  },
  async check(files, context) {
    const { checkPdfs } = await checking();
    return checkPdfs(files, (path) => ({ offprint: path.slice(folder.length, -ending.length) }), context);
  },
};
