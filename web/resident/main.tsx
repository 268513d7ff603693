import '../no-eval.js';
import { render } from 'preact';
import { createCallRoute } from '../call-route.js';
import { keepApp } from '../keep-app.js';
import { createKeep } from '../keep.js';
import { ofTown, townOf } from '../of-town.js';
import { App } from './view/app.js';
import './main.css';

const place = document.getElementById('app');
if (place) {
  const keep = createKeep(() => localStorage, townOf(location.search));
  const call = createCallRoute((path, init) => fetch(ofTown(path, location.search), init));
  render(<App call={call} keep={keep} now={() => Date.now()} />, place);
  void keepApp('resident', navigator.serviceWorker);
}
