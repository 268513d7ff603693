import { render } from 'preact';
import { createKeep } from '../keep.js';
import { createStaffApi } from './staff-api.js';
import { App } from './view/app.js';
import './main.css';

const place = document.getElementById('app');
if (place) {
  const api = createStaffApi((path, init) => fetch(path, init));
  render(<App api={api} keep={createKeep(() => localStorage)} now={() => Date.now()} />, place);
}
