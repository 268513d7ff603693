import { useEffect, useState } from 'preact/hooks';
import type { Keep } from '../../keep.js';
import { useLanguage } from '../../use-language.js';
import { MESSAGES } from '../messages.js';
import { PageProvider } from '../page-context.js';
import type { Outbox } from '../outbox.js';
import { readRoute, type Route } from '../route.js';
import type { StaffApi } from '../staff-api.js';
import { AskPage } from './ask-page.js';
import { Frame } from './frame.js';
import { Over } from './over.js';
import { VisitsPage } from './visits-page.js';
import { WorkPage } from './work-page.js';

export interface AppProps {
  readonly api: StaffApi;
  readonly outbox: Outbox;
  readonly keep: Keep;
  readonly now: () => number;
}

/** The page that a member of staff opens by a link in a text, or after signing in. */
export function App({ api, outbox, keep, now }: AppProps) {
  const [language, setLanguage] = useLanguage(keep);
  const messages = MESSAGES[language];
  const { route, turn, go } = useRoute();
  const [timeZone, onTimeZone] = useTimeZone(keep);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = messages.title;
  }, [language]);
  return (
    <PageProvider
      value={{ language, messages, api, outbox, keep, timeZone, onTimeZone, now, go, hasMoved: turn > 0 }}
    >
      <Frame onLanguage={setLanguage} route={route}>
        <Opened key={turn} route={route} />
      </Frame>
    </PageProvider>
  );
}

/** The town's time zone, as whatever is opened says it; it is kept for the next visit. */
function useTimeZone(keep: Keep): [string | undefined, (timeZone: string) => void] {
  const [timeZone, setTimeZone] = useState(() => keep.read('time-zone') ?? undefined);
  return [
    timeZone,
    (said) => {
      keep.write('time-zone', said);
      setTimeZone(said);
    },
  ];
}

/** The open page. Going on within it is quicker than loading anew, and breaks off nothing that is on its way. */
function useRoute() {
  const [at, setAt] = useState({ route: readRoute(location), turn: 0 });
  const look = () => setAt(({ turn }) => ({ route: readRoute(location), turn: turn + 1 }));
  useEffect(() => {
    addEventListener('popstate', look);
    return () => removeEventListener('popstate', look);
  }, []);
  const go = (address: string): void => {
    history.pushState(null, '', address);
    look();
    scrollTo(0, 0);
  };
  return { ...at, go };
}

function Opened({ route }: { route: Route }) {
  switch (route.page) {
    case 'ask':
      return <AskPage link={route.link} />;
    case 'visits':
      return <VisitsPage link={route.link} />;
    case 'work':
      return <WorkPage />;
    case 'none':
      return <Over problem={{ status: 404, errors: [] }} />;
  }
}
