import { useCallback, useState } from 'react';
import { findPage, type Page } from './pages.js';
import { goTo } from './route.js';
import { type WhyNotLoaded, whyNotLoaded } from './why-not-loaded.js';

/** Shows another page once it is loaded. Until then, or where it cannot be, the open one stays as typed. */
export function useGo(
  pages: readonly Page[],
  onNotLoaded: (why: WhyNotLoaded) => void,
): { readonly go: (path: string) => void; readonly isComing: boolean } {
  const [isComing, setComing] = useState(false);
  const go = useCallback(
    (path: string) => {
      const [withoutQuery = path] = path.split('?');
      const coming = findPage(pages, withoutQuery)?.page.component.load?.();
      if (coming === undefined) {
        goTo(path);
        return;
      }
      setComing(true);
      coming
        .then(
          () => goTo(path),
          () => whyNotLoaded().then(onNotLoaded),
        )
        .finally(() => setComing(false));
    },
    [pages, onNotLoaded],
  );
  return { go, isComing };
}
