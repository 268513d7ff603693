/** An app whose page and files stay on the device once it was open there. */
export interface KeptApp {
  readonly name: string;
  /** The addresses at which it is one and the same page. */
  readonly pages: RegExp;
  /** Where that page is fetched, without anything of the address that was opened. */
  readonly shell: string;
  readonly files: readonly string[];
}

const APPS: readonly KeptApp[] = [
  {
    name: 'resident',
    pages: /^\/(?:(?:track|my-grid|daily|in-person|r\/[^/]+)\/?)?$/,
    shell: '/',
    files: ['/main.js', '/main.css', '/icon.svg'],
  },
  {
    name: 'staff',
    pages: /^\/(?:staff\/?|asks\/[^/]+|visits\/[^/]+)$/,
    shell: '/staff',
    files: ['/staff.js', '/staff.css', '/staff-icon.svg'],
  },
];

export const appNamed = (name: unknown): KeptApp | undefined => APPS.find((app) => app.name === name);

/** How the words of a language are named, after what stands in them. */
const WORDS = /messages\.\w+-[A-Z0-9]{8}\.js/;

/** The addresses of the words that a script loads by themselves. */
export const wordsIn = (script: string): string[] => [
  ...new Set([...script.matchAll(new RegExp(WORDS, 'g'))].map(([name]) => `/${name}`)),
];

export const isWords = (address: string): boolean => WORDS.test(address);

/** Everything of an app that is kept. */
export const keptFiles = ({ shell, files }: KeptApp): string[] => [shell, ...files];

/**
 * Under which address the answer to a call is kept; undefined for calls that are none of its business: data, and
 * whatever would change something.
 */
export function keptAddress(
  { method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>,
  origin: string,
): string | undefined {
  const { origin: called, pathname } = new URL(url);
  if (method !== 'GET' || called !== origin) return undefined;
  if (mode === 'navigate') return APPS.find(({ pages }) => pages.test(pathname))?.shell;
  const isKept = isWords(pathname) || APPS.some(({ files }) => files.includes(pathname));
  return isKept ? pathname : undefined;
}
