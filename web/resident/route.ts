/** The pages of the resident's app, each with an address of its own. */
export type Route =
  | { readonly page: 'form' }
  | {
      readonly page: 'track';
      /** Absent until a number and its key are typed in. */
      readonly opened?: { readonly id: string; readonly key: string };
      /** Whether the request was handed in a moment ago: then the number is shown large, as a receipt. */
      readonly received: boolean;
    }
  | { readonly page: 'grid' }
  | { readonly page: 'daily' }
  | { readonly page: 'places' };

export interface Address {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

const RECEIVED = '#received';

/** Which page an address means. `/r/<id>?key=<key>` is the link in the receipt. */
export function readRoute({ pathname, search, hash }: Address): Route {
  const id = /^\/r\/([^/]+)\/?$/.exec(pathname)?.[1];
  const key = new URLSearchParams(search).get('key') ?? '';
  if (id !== undefined && key !== '')
    return { page: 'track', opened: { id, key }, received: hash === RECEIVED };
  if (id !== undefined) return { page: 'track', received: false };
  switch (pathname.replace(/\/$/, '')) {
    case '/track':
      return { page: 'track', received: false };
    case '/my-grid':
      return { page: 'grid' };
    case '/daily':
      return { page: 'daily' };
    case '/in-person':
      return { page: 'places' };
    default:
      return { page: 'form' };
  }
}

/** The address under which a request is followed. */
export const trackingPath = (id: string, key: string): string =>
  `/r/${encodeURIComponent(id)}?key=${encodeURIComponent(key)}`;

/** The receipt's address: the tracking link, marked, so that a reload shows the receipt and never an empty form. */
export const receiptAddress = (trackingUrl: string, here: string): URL => {
  const address = new URL(trackingUrl, here);
  address.hash = RECEIVED;
  return address;
};
