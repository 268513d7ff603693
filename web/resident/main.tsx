import '../no-eval.js';
import { render } from 'preact';
import { createCallRoute } from '../call-route.js';
import { keepApp } from '../keep-app.js';
import { createKeep } from '../keep.js';
import { ofTown, townOf } from '../of-town.js';
import { languageNow } from '../use-language.js';
import { App } from './view/app.js';
import { loadWords, type Spoken } from './load-words.js';
import './main.css';

const place = document.getElementById('app');
if (place) {
  const keep = createKeep(() => localStorage, townOf(location.search));
  const call = createCallRoute((path, init) => fetch(ofTown(path, location.search), init));
  const show = (spoken: Spoken) =>
    render(<App call={call} keep={keep} now={() => Date.now()} spoken={spoken} />, place);
  // Until its words are there the page says that it is opening, and leads to the simple page.
  void loadWords(languageNow(keep)).then(show);
  void keepApp('resident', navigator.serviceWorker);
}
