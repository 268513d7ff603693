/** The pages of the staff, each with an address of its own. */
export type Route =
  | {
      /** One ask, or a week's visits to a grid. */
      readonly page: 'ask' | 'visits';
      /** Where it is read and answered: the signed link itself. */
      readonly link: string;
    }
  | { readonly page: 'work' | 'none' };

export interface Address {
  readonly pathname: string;
  readonly search: string;
}

/** A link as it was texted, without what is the page's own: the language. */
function linkOf({ pathname, search }: Address): string {
  const query = new URLSearchParams(search);
  query.delete('lang');
  return `${pathname}?${query.toString()}`;
}

/** The page of an address: `/asks/<id>?town=<town>&sig=<signature>` and `/visits/<grid>?...` from texts; `/staff`. */
export function readRoute(address: Address): Route {
  if (/^\/staff\/?$/.test(address.pathname)) return { page: 'work' };
  const [, kind] = /^\/(asks|visits)\/[^/]+$/.exec(address.pathname) ?? [];
  if (kind === undefined) return { page: 'none' };
  return { page: kind === 'asks' ? 'ask' : 'visits', link: linkOf(address) };
}
