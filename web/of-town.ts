/** The town that a page's address names; undefined for the deployment's first. */
export const townOf = (search: string): string | undefined =>
  new URLSearchParams(search).get('town') ?? undefined;

/**
 * An address for the town this page is for: the one its own address names (`?town=`), else the deployment's first,
 * which is named nowhere. An address that names a town keeps it.
 */
export function ofTown(address: string, search: string): string {
  const town = townOf(search);
  const [path = '', hash = ''] = address.split(/(?=#)/);
  const query = path.split('?')[1] ?? '';
  if (town === undefined || new URLSearchParams(query).has('town')) return address;
  return `${path}${path.includes('?') ? '&' : '?'}town=${encodeURIComponent(town)}${hash}`;
}
