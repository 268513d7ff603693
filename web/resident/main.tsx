import { render } from 'preact';
import { keepApp } from '../keep-app.js';
import { createKeep } from '../keep.js';
import { ofTown, townOf } from '../of-town.js';
import { createResidentApi } from './resident-api.js';
import { App } from './view/app.js';
import './main.css';

const place = document.getElementById('app');
if (place) {
  const keep = createKeep(() => localStorage, townOf(location.search));
  const api = createResidentApi((path, init) => fetch(ofTown(path, location.search), init));
  render(<App api={api} keep={keep} now={() => Date.now()} />, place);
  void keepApp('resident', navigator.serviceWorker);
}
