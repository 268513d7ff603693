import '../no-eval.js';
import { render } from 'preact';
import { createCallRoute } from '../call-route.js';
import { keepApp } from '../keep-app.js';
import { createKeep } from '../keep.js';
import { chooseLanguage } from '../../contracts/pages/language.js';
import { ofTown } from '../of-town.js';
import { openPictureStore } from '../picture-store.js';
import { createKeptAnswers } from './kept-answers.js';
import { createKeptPhotos } from './kept-photos.js';
import { KeptOutbox } from './outbox.js';
import { patiently } from './patiently.js';
import { StaffApi } from './staff-api.js';
import { App } from './view/app.js';
import './main.css';

/** As much as a browser sends of a page that is closed; photos are longer. */
const MOST_KEPT_ALIVE = 50_000;
const isShort = (body: RequestInit['body']): boolean =>
  typeof body === 'string' && body.length < MOST_KEPT_ALIVE;

const place = document.getElementById('app');
if (place) {
  const keep = createKeep(() => localStorage);
  const now = () => Date.now();
  const call = createCallRoute((path, init) =>
    // An answer outlives the page that it was given on: whoever taps and closes it has answered.
    fetch(ofTown(path, location.search), { ...init, keepalive: isShort(init.body) }),
  );
  const api = new StaffApi(call, createKeptAnswers(keep, now));
  const language = () =>
    chooseLanguage({
      search: location.search,
      stored: keep.read('language'),
      preferred: navigator.languages,
    });
  const photos = createKeptPhotos(() => openPictureStore(indexedDB));
  const outbox = new KeptOutbox(keep, photos, {
    send: ({ link, body }) => patiently(() => api.send(link, body, language())),
    sendPhoto: ({ link }, picture) => patiently(() => api.sendPhoto(link, picture, language())),
  });
  // Photos of an answer that was taken back and never sent are nobody's.
  void photos.retain(outbox.items().map(({ id }) => id));
  render(<App api={api} outbox={outbox} keep={keep} now={now} />, place);
  void keepApp('staff', navigator.serviceWorker);
}
