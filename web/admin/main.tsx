import '../no-eval.js';
import { createRoot } from 'react-dom/client';
import { parseConsoleConfig } from './session/console-config.js';
import { type Browser, currentSession, finishSignIn, isReturning } from './session/sign-in.js';
import { CallForm } from './correcting/call-form.js';
import { createKeep } from '../keep.js';
import { loadLater, PAGES } from './pages.js';
import { App } from './shell/app.js';
import { followAutofocus } from './shell/autofocus.js';
import { followSystemColours } from './shell/system-colours.js';
import './main.css';

const browser: Browser = {
  origin: location.origin,
  fetch: (url, init) => fetch(url, init),
  storage: sessionStorage,
  leaveFor: (url) => location.assign(url),
  now: () => Date.now(),
};

async function start(place: HTMLElement): Promise<void> {
  const config = parseConsoleConfig(await (await fetch('/console/config.json')).json());
  let refusal: string | undefined;
  if (isReturning(location.pathname)) {
    const back = finishSignIn(config, browser, location.search).catch((error: unknown) => {
      refusal = error instanceof Error ? error.message : String(error);
      return '/console';
    });
    // The code has been used: the address must neither show it nor offer it again.
    history.replaceState(undefined, '', await back);
  }
  const token = currentSession(browser)?.token;
  createRoot(place).render(
    <App
      pages={PAGES}
      callForm={CallForm}
      config={config}
      browser={browser}
      keep={createKeep(() => localStorage)}
      token={token}
      refusal={refusal}
    />,
  );
  // Whoever goes on from the first page finds the others there; who comes before them waits for them, and is told what
  // is wrong.
  if (token !== undefined) whenIdle(() => void loadLater()?.catch(() => undefined));
}

/** Milliseconds; a machine that does much else is never idle. */
const AT_LAST = 5_000;

/** Once the page has nothing else to do, or after a while; Safari cannot tell, and waits. */
const whenIdle = (act: () => void): unknown =>
  'requestIdleCallback' in window ? requestIdleCallback(act, { timeout: AT_LAST }) : setTimeout(act, 2_000);

const place = document.getElementById('app');
followSystemColours();
// Dialogs are drawn beside the app's own place.
followAutofocus(document.body);
if (place) void start(place);
