import I18nProvider from '@cloudscape-design/components/i18n';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../../domain/words/language.js';
import { type ConsoleConfig, type Me, meRoute } from '../../../contracts/console/session.js';
import type { Keep } from '../../keep.js';
import { chooseLanguage } from '../../../contracts/pages/language.js';
import { createClient } from '../api/client.js';
import { problemOf } from '../page/use-loaded.js';
import { useNotices } from '../page/use-notices.js';
import { beginSignIn, type Browser, endSession } from '../session/sign-in.js';
import { Console, type ConsoleProps } from './console.js';
import { useCloudscapeWords } from './cloudscape-words.js';
import { sayOutside } from './desktop-notice.js';
import { Welcome, type WelcomeState } from './welcome.js';
import type { Page } from './pages.js';
import { TopBar } from './top-bar.js';
import { useGo } from './use-go.js';
import { useStanding } from './use-standing.js';
import type { WhyNotLoaded } from './why-not-loaded.js';
import { SHELL } from './words.js';

const LANGUAGE = 'language';

interface AppProps {
  readonly pages: readonly Page[];
  readonly callForm: ConsoleProps['callForm'];
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

/** From page to page, and what is said above them. */
function useGoing(pages: readonly Page[], language: Language) {
  const notices = useNotices();
  const { notify } = notices;
  const sayNotLoaded = useCallback(
    (why: WhyNotLoaded) => notify(why === 'newVersion' ? 'info' : 'error', SHELL[language].notLoaded[why]),
    [language, notify],
  );
  return { ...useGo(pages, sayNotLoaded), notices };
}

/** Where one comes back to after signing in. */
const addressNow = (): string =>
  location.pathname.endsWith('/signed-in') ? '/console' : location.pathname + location.search;

/** Who is signed in, once that is known, and what there is to show before. */
function useSession(
  { config, browser, token, refusal }: Pick<AppProps, 'config' | 'browser' | 'token' | 'refusal'>,
  language: Language,
) {
  const [me, setMe] = useState<Me>();
  const [state, setState] = useState<WelcomeState>(
    token === undefined ? { kind: 'signed-out', refusal } : { kind: 'starting' },
  );
  const client = useMemo(() => {
    const onSignedOut = () => {
      endSession(browser);
      setMe(undefined);
      // Nothing rings from here on, and nobody may be looking.
      sayOutside({ title: SHELL[language].title, body: SHELL[language].signedOut, tag: 'signed-out' });
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
  return { me, client, state, signIn };
}

/** The whole page: signed out, or the console. */
export function App({ pages, callForm, config, browser, keep, token, refusal }: AppProps) {
  const [language, chooseTo] = useLanguage(keep);
  const { me, client, state, signIn } = useSession({ config, browser, token, refusal }, language);
  const signOut = () => {
    endSession(browser);
    browser.leaveFor('/console');
  };
  const following = useStanding(client, me !== undefined);
  const { isUnheard } = following;
  useEffect(() => {
    if (!isUnheard) return;
    const { title, alarms } = SHELL[language];
    sayOutside({ title, body: alarms.unheard, tag: 'unheard' });
    // Said once, not again in another language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isUnheard]);
  const cloudscape = useCloudscapeWords(language);
  const { notices, ...going } = useGoing(pages, language);
  const shared = { language, keep };
  return (
    <I18nProvider locale={language} messages={cloudscape ?? []}>
      <div id="top">
        <TopBar
          {...shared}
          onLanguage={chooseTo}
          me={me}
          standing={following.standing}
          go={going.go}
          onSignOut={signOut}
        />
      </div>
      {me && cloudscape ? (
        <Console
          {...shared}
          {...following}
          {...going}
          notices={notices}
          pages={pages}
          callForm={callForm}
          client={client}
          me={me}
        />
      ) : (
        <Welcome language={language} state={state} onSignIn={signIn} onAgain={() => location.reload()} />
      )}
    </I18nProvider>
  );
}
