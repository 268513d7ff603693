import I18nProvider from '@cloudscape-design/components/i18n';
import { useEffect, useMemo, useState } from 'react';
import type { Language } from '../../../domain/words/language.js';
import { type ConsoleConfig, type Me, meRoute } from '../../../contracts/console/session.js';
import type { Keep } from '../../keep.js';
import { chooseLanguage } from '../../../contracts/pages/language.js';
import { createClient } from '../api/client.js';
import { problemOf } from '../page/use-loaded.js';
import { beginSignIn, type Browser, endSession } from '../session/sign-in.js';
import { Console } from './console.js';
import { CLOUDSCAPE_WORDS } from './cloudscape-words.js';
import { Welcome, type WelcomeState } from './welcome.js';
import type { Page } from './pages.js';
import { TopBar } from './top-bar.js';
import { useStanding } from './use-standing.js';

const LANGUAGE = 'language';

interface AppProps {
  readonly pages: readonly Page[];
  readonly config: ConsoleConfig;
  readonly browser: Browser;
  readonly keep: Keep;
  /** Of the session that is open; absent before signing in. */
  readonly token: string | undefined;
  /** Why the last sign-in came to nothing. */
  readonly refusal?: string | undefined;
}

function useLanguage(keep: Keep) {
  const [language, setLanguage] = useState(() =>
    chooseLanguage({ search: location.search, stored: keep.read(LANGUAGE), preferred: navigator.languages }),
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (chosen: Language) => {
    keep.write(LANGUAGE, chosen);
    setLanguage(chosen);
  };
  return [language, choose] as const;
}

/** Where one comes back to after signing in. */
const addressNow = (): string =>
  location.pathname.endsWith('/signed-in') ? '/console' : location.pathname + location.search;

/** The whole page: signed out, or the console. */
export function App({ pages, config, browser, keep, token, refusal }: AppProps) {
  const [language, chooseTo] = useLanguage(keep);
  const [me, setMe] = useState<Me>();
  const [state, setState] = useState<WelcomeState>(
    token === undefined ? { kind: 'signed-out', refusal } : { kind: 'starting' },
  );
  const client = useMemo(() => {
    const onSignedOut = () => {
      endSession(browser);
      setMe(undefined);
      setState({ kind: 'ended' });
    };
    return createClient({ fetch: browser.fetch, language, token: token ?? '', onSignedOut });
  }, [browser, language, token]);
  useEffect(() => {
    if (token === undefined) return;
    client.call(meRoute).then(setMe, (error: unknown) => {
      const problem = problemOf(error);
      if (problem.status !== 401) setState({ kind: 'failed', problem });
    });
    // Who somebody is does not change with the language they read.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [token]);
  const signIn = () => {
    beginSignIn(config, browser, addressNow()).catch((error: unknown) =>
      setState({ kind: 'signed-out', refusal: String(error) }),
    );
  };
  const signOut = () => {
    endSession(browser);
    browser.leaveFor('/console');
  };
  const following = useStanding(client, me !== undefined);
  const shared = { language, keep };
  return (
    <I18nProvider locale={language} messages={[CLOUDSCAPE_WORDS[language]]}>
      <div id="top">
        <TopBar {...shared} onLanguage={chooseTo} me={me} standing={following.standing} onSignOut={signOut} />
      </div>
      {me ? (
        <Console {...shared} {...following} pages={pages} client={client} me={me} />
      ) : (
        <Welcome language={language} state={state} onSignIn={signIn} onAgain={() => location.reload()} />
      )}
    </I18nProvider>
  );
}
