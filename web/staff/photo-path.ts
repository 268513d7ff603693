/** Where photos of an ask are added, or one is shown: under its signed link. */
export function photoPath(link: string, photo?: string): string {
  const [path = '', query = ''] = link.split('?');
  const one = photo === undefined ? '' : `/${encodeURIComponent(photo)}`;
  return `${path}/photos${one}?${query}`;
}
