/**
 * An address for the town this page is for: the one its own address names (`?town=`), else the deployment's first, which is named
 * nowhere. An address that names a town keeps it.
 */
export function ofTown(address: string, search: string): string {
  const town = new URLSearchParams(search).get('town');
  const [path = '', hash = ''] = address.split(/(?=#)/);
  const query = path.split('?')[1] ?? '';
  if (town === null || new URLSearchParams(query).has('town')) return address;
  return `${path}${path.includes('?') ? '&' : '?'}town=${encodeURIComponent(town)}${hash}`;
}
