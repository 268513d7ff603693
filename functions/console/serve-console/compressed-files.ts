/**
 * The folder beside the console's files in which each that is named after its content lies as the build compressed it. A bucket sends a file in one coding only,
 * and what stands before it compresses less well: so the page names these for browsers that take brotli.
 */
export const COMPRESSED_FILES = 'br';

const NAMED = /"\/console\/(?=[^"/]+-[A-Z0-9]{8}\.(?:js|css)")/g;

/** The page as it is sent to such a browser. What its scripts import they find beside themselves. */
export const namingCompressed = (page: string): string =>
  page.replaceAll(NAMED, `"/console/${COMPRESSED_FILES}/`);
