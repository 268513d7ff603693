import { useEffect, useState } from 'preact/hooks';
import type { Keep } from '../../keep.js';
import { chooseLanguage } from '../../../contracts/pages/language.js';
import type { Directory } from '../directory.js';
import type { LocalApi } from '../local-api.js';
import { MESSAGES } from '../messages.js';
import { ownTown } from '../own-town.js';
import { PageProvider } from '../page-context.js';
import { Board } from './board.js';

export interface AppProps {
  readonly api: LocalApi;
  readonly keep: Keep;
}

/** Every phone of the town on one page, so that one person plays the cadre, the hospital and the resident. */
export function App({ api, keep }: AppProps) {
  const [language, setLanguage] = useState(() =>
    chooseLanguage({
      search: location.search,
      stored: keep.read('language'),
      preferred: navigator.languages,
    }),
  );
  const [directory, setDirectory] = useState<Directory | 'none' | undefined>();
  const messages = MESSAGES[language];
  useEffect(() => {
    const enter = (read: Directory) => {
      const elsewhere = ownTown(read, { search: location.search, preferred: navigator.languages });
      if (elsewhere === undefined) setDirectory(read);
      else location.replace(elsewhere);
    };
    api.directory().then(enter, () => setDirectory('none'));
  }, [api]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = messages.title;
  }, [language]);
  if (directory === undefined) return <p role="status">{messages.loading}</p>;
  if (directory === 'none') return <p role="alert">{messages.noDirectory}</p>;
  const onLanguage = (chosen: typeof language) => {
    keep.write('language', chosen);
    setLanguage(chosen);
  };
  return (
    <PageProvider value={{ language, messages, api, directory }}>
      <Board keep={keep} onLanguage={onLanguage} />
    </PageProvider>
  );
}
