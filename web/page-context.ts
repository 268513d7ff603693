import { createContext, type Provider } from 'preact';
import { useContext } from 'preact/hooks';

/** Hands a page's surroundings to everything below; asking for them elsewhere is a mistake. */
export function pageContext<Page>(): { PageProvider: Provider<Page | undefined>; usePage: () => Page } {
  const Context = createContext<Page | undefined>(undefined);
  const usePage = () => {
    const page = useContext(Context);
    if (!page) throw new Error('usePage needs a PageProvider above it');
    return page;
  };
  return { PageProvider: Context.Provider, usePage };
}
