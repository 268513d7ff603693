/** The apps that can be installed from a page that a function makes. */
export type InstalledApp = 'resident' | 'staff';

/** The colour of the pages' head, which the phone gives its own bars. */
export const THEME = '#0b5d51';

/** Where the manifest of an app is read, in the language and for the town of the page that names it. */
export function manifestAddress(
  app: InstalledApp,
  { lang, town }: { lang: string; town?: string | undefined },
): string {
  const query = new URLSearchParams({ lang, ...(town === undefined ? {} : { town }) });
  return `/${app}.webmanifest?${query.toString()}`;
}
