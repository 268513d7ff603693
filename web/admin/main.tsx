import '../no-eval.js';
import { createRoot } from 'react-dom/client';
import { parseConsoleConfig } from './session/console-config.js';
import { type Browser, currentSession, finishSignIn, isReturning } from './session/sign-in.js';
import { createKeep } from '../keep.js';
import { PAGES } from './pages.js';
import { App } from './shell/app.js';
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
      config={config}
      browser={browser}
      keep={createKeep(() => localStorage)}
      token={token}
      refusal={refusal}
    />,
  );
}

const place = document.getElementById('app');
followSystemColours();
if (place) void start(place);
