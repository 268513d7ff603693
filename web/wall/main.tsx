import '../no-eval.js';
import { render } from 'preact';
import { createCallRoute } from '../call-route.js';
import { ofTown } from '../of-town.js';
import { Wall } from './view/wall.js';
import './main.css';

const place = document.getElementById('app');
if (place) {
  // The page that was sent is in the language that was asked for.
  const language = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
  const call = createCallRoute((path, init) => fetch(ofTown(path, location.search), init));
  render(<Wall call={call} language={language} />, place);
}
