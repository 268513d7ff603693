import { useEffect, useState } from 'react';

/** All pages of the console lie below it. */
const BASE = '/console';

/** A page's path within the console (`/requests/R1`) and its query. */
export interface Route {
  readonly path: string;
  readonly search: string;
}

export const addressOf = (path: string): string => `${BASE}${path === '/' ? '' : path}`;

function here(): Route {
  const path = location.pathname.startsWith(BASE) ? location.pathname.slice(BASE.length) : '';
  return { path: path === '' ? '/' : path, search: location.search };
}

/** Shows another page of the console under its own address, from wherever. */
export function goTo(path: string): void {
  history.pushState(undefined, '', addressOf(path));
  dispatchEvent(new PopStateEvent('popstate'));
  scrollTo(0, 0);
}

/** The page that is shown. */
export function useRoute(): Route {
  const [route, setRoute] = useState(here);
  useEffect(() => {
    const follow = () => setRoute(here());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  return route;
}
