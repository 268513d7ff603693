import { render } from 'preact';
import { keepApp } from '../keep-app.js';
import { createKeep } from '../keep.js';
import { chooseLanguage } from '../language.js';
import { ofTown } from '../of-town.js';
import { createKeptAnswers } from './kept-answers.js';
import { createOutbox } from './outbox.js';
import { patiently } from './patiently.js';
import { createStaffApi } from './staff-api.js';
import { App } from './view/app.js';
import './main.css';

const place = document.getElementById('app');
if (place) {
  const keep = createKeep(() => localStorage);
  const now = () => Date.now();
  const api = createStaffApi(
    (path, init) => fetch(path, init),
    (address) => ofTown(address, location.search),
    createKeptAnswers(keep, now),
  );
  const outbox = createOutbox(keep, ({ link, body }) => {
    const { search } = location;
    const language = chooseLanguage({
      search,
      stored: keep.read('language'),
      preferred: navigator.languages,
    });
    return patiently(() => api.send(link, body, language));
  });
  render(<App api={api} outbox={outbox} keep={keep} now={now} />, place);
  void keepApp('staff', navigator.serviceWorker);
}
