import { useCallback, useEffect, useState } from 'react';

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

/** The page that is shown, and how to show another one. */
export function useRoute(): { readonly route: Route; readonly go: (path: string) => void } {
  const [route, setRoute] = useState(here);
  useEffect(() => {
    const follow = () => setRoute(here());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = useCallback((path: string) => {
    history.pushState(undefined, '', addressOf(path));
    setRoute(here());
    scrollTo(0, 0);
  }, []);
  return { route, go };
}
