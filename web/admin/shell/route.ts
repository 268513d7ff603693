import { useSyncExternalStore } from 'react';

/** All pages of the console lie below it. */
const BASE = '/console';

/** A page's path within the console (`/requests/R1`) and its query. */
export interface Route {
  readonly path: string;
  readonly search: string;
}

export const addressOf = (path: string): string => `${BASE}${path === '/' ? '' : path}`;

function routeOf(pathname: string, search: string): Route {
  const path = pathname.startsWith(BASE) ? pathname.slice(BASE.length) : '';
  return { path: path === '' ? '/' : path, search };
}

/** Shows another page of the console under its own address, from wherever. */
export function goTo(path: string): void {
  history.pushState(undefined, '', addressOf(path));
  dispatchEvent(new PopStateEvent('popstate'));
  scrollTo(0, 0);
}

function follow(changed: () => void): () => void {
  addEventListener('popstate', changed);
  return () => removeEventListener('popstate', changed);
}

/** The page that is shown. A page that leads on as soon as it is there does so before anything listens: the address is looked at again then. */
export function useRoute(): Route {
  const pathname = useSyncExternalStore(follow, () => location.pathname);
  const search = useSyncExternalStore(follow, () => location.search);
  return routeOf(pathname, search);
}
