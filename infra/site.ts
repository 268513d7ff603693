/** Files of pages that a bucket can serve, by their endings; all others, as the pages, come from a function. */
export const FILES_OF_PAGES = ['js', 'css', 'svg', 'png'] as const;

/**
 * The parts in which the bundler lays them out, `dist/site/<part>`, each with how long its files are kept. Those named
 * after their content never change; of all others a page must not find one that is much older than itself.
 */
export const SITE = {
  named: 'public, max-age=31536000, immutable',
  others: 'public, max-age=300, s-maxage=30',
} as const;

/** A build step names a file after its content, as `main-4F2A9C1B.js`. */
const NAMED = /-[A-Z0-9]{8}\.\w+$/;

/** In which part a file lies; undefined where the bucket has none of its kind. */
export function partOf(file: string): keyof typeof SITE | undefined {
  if (!FILES_OF_PAGES.some((ending) => file.endsWith(`.${ending}`))) return undefined;
  return NAMED.test(file) ? 'named' : 'others';
}
