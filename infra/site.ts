/** Files of pages that a bucket can serve, by their endings; all others, as the pages, come from a function. */
export const FILES_OF_PAGES = ['js', 'css', 'svg', 'png'] as const;

const FOR_GOOD = 'public, max-age=31536000, immutable';

/** How the files of a part are sent. */
export interface SitePart {
  readonly cacheControl: string;
  /** The coding they lie there in; undefined: as they are, for what stands before to compress. */
  readonly contentEncoding?: string;
}

/**
 * The parts in which the bundler lays them out, `dist/site/<part>`. Those named after their content never change, nor do these as the build compressed them; of
 * all others a page must not find one that is much older than itself.
 */
export const SITE = {
  named: { cacheControl: FOR_GOOD },
  compressed: { cacheControl: FOR_GOOD, contentEncoding: 'br' },
  others: { cacheControl: 'public, max-age=300, s-maxage=30' },
} as const satisfies Readonly<Record<string, SitePart>>;

/** A build step names a file after its content, as `main-4F2A9C1B.js`. */
const NAMED = /-[A-Z0-9]{8}\.\w+$/;

const COMPRESSED = /-[A-Z0-9]{8}\.(?:js|css)\.br$/;

/** In which part a file lies; undefined where the bucket has none of its kind. */
export function partOf(file: string): keyof typeof SITE | undefined {
  if (COMPRESSED.test(file)) return 'compressed';
  if (!FILES_OF_PAGES.some((ending) => file.endsWith(`.${ending}`))) return undefined;
  return NAMED.test(file) ? 'named' : 'others';
}
