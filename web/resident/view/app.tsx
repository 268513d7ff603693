import { useEffect, useMemo, useState } from 'preact/hooks';
import { townRoute } from '../../../contracts/resident/town.js';
import type { Language } from '../../../domain/words/language.js';
import type { CallRoute } from '../../call-route.js';
import type { Keep } from '../../keep.js';
import { useLanguage } from '../../use-language.js';
import { ofTown } from '../../of-town.js';
import { PageProvider } from '../page-context.js';
import { createPendingPhotos } from '../pending-photos.js';
import { readRoute, type Route } from '../route.js';
import { loadWords, type Spoken } from '../load-words.js';
import { DailyPage } from './daily-page.js';
import { Frame } from './frame.js';
import { GridPage } from './grid-page.js';
import { PlacesPage } from './places-page.js';
import { RequestForm } from './request-form.js';
import { TrackPage } from './track-page.js';
import { useKept } from './use-kept.js';

export interface AppProps {
  readonly call: CallRoute;
  readonly keep: Keep;
  readonly now: () => number;
  /** The words that the visit begins with. */
  readonly spoken: Spoken;
}

/** The resident's app: report, follow, find the grid, the daily board, and where to come in person. */
export function App({ call, keep, now, spoken }: AppProps) {
  const [{ language, messages }, setLanguage] = useWords(keep, spoken);
  const [route, go] = useRoute();
  const { value: town } = useKept(keep, call, townRoute);
  const photos = useMemo(() => createPendingPhotos(keep, now), [keep]);
  useEffect(() => {
    document.documentElement.lang = language;
    const titles = [messages[route.page].heading, town?.name[language], messages.title];
    document.title = titles.filter((title) => title !== undefined).join(' - ');
  }, [language, route.page, town]);
  return (
    <PageProvider value={{ language, messages, call, keep, photos, town, timeZone: town?.timeZone, now, go }}>
      <Frame page={route.page} onLanguage={setLanguage}>
        <Page route={route} />
      </Frame>
    </PageProvider>
  );
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'form':
      return <RequestForm />;
    case 'track':
      return <TrackPage key={route.opened?.id} route={route} />;
    case 'grid':
      return <GridPage />;
    case 'daily':
      return <DailyPage />;
    case 'places':
      return <PlacesPage />;
  }
}

/** The words of the language that is chosen; until they are loaded those before. */
function useWords(keep: Keep, first: Spoken): [Spoken, (language: Language) => void] {
  const [wanted, want] = useLanguage(keep);
  const [spoken, setSpoken] = useState(first);
  useEffect(() => {
    let gone = false;
    if (wanted !== spoken.language)
      void loadWords(wanted).then(
        (loaded) => gone || setSpoken(loaded),
        // Without a network the page goes on as it is.
        () => undefined,
      );
    return () => {
      gone = true;
    };
  }, [wanted]);
  return [spoken, want];
}

function useRoute(): [Route, (address: string) => void] {
  const [route, setRoute] = useState(() => readRoute(location));
  useEffect(() => {
    const onBack = () => setRoute(readRoute(location));
    addEventListener('popstate', onBack);
    return () => removeEventListener('popstate', onBack);
  }, []);
  const go = (address: string) => {
    history.pushState(null, '', ofTown(address, location.search));
    setRoute(readRoute(location));
    scrollTo(0, 0);
    // A screen reader goes on where the new page begins; a page that has more to say moves the focus itself.
    document.getElementById('main')?.focus();
  };
  return [route, go];
}
