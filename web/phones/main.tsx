import { render } from 'preact';
import { createKeep } from '../keep.js';
import { createLocalApi } from './local-api.js';
import { App } from './view/app.js';
import './main.css';

const place = document.getElementById('app');
if (place) {
  const api = createLocalApi((path, init) => fetch(path, init));
  render(<App api={api} keep={createKeep(() => localStorage)} />, place);
}
