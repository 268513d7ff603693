import { render } from 'preact';
import { createKeep } from '../keep.js';
import { ofTown } from '../of-town.js';
import { createStaffApi } from './staff-api.js';
import { App } from './view/app.js';
import './main.css';

const place = document.getElementById('app');
if (place) {
  const api = createStaffApi(
    (path, init) => fetch(path, init),
    (address) => ofTown(address, location.search),
  );
  render(<App api={api} keep={createKeep(() => localStorage)} now={() => Date.now()} />, place);
}
