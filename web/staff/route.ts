/** The pages of the staff, each with an address of its own. */
export type Route =
  | {
      readonly page: 'ask';
      /** Where the ask is read and answered: the signed link itself. */
      readonly link: string;
    }
  | { readonly page: 'none' };

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

/** Which page an address means: `/asks/<id>?town=<town>&sig=<signature>` is the link in a text. */
export function readRoute(address: Address): Route {
  return /^\/asks\/[^/]+$/.test(address.pathname) ? { page: 'ask', link: linkOf(address) } : { page: 'none' };
}
