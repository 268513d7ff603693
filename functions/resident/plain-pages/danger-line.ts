import { joined } from '../../../contracts/pages/join-words.js';
import { NUMBERS } from '../../../contracts/pages/telephone.js';
import { type Html, html } from './html.js';
import type { Visit } from './visit.js';

/** Each number a link: a touch calls it. */
const dialled = (words: string): Html =>
  html`${words.split(NUMBERS).map((part, at) => (at % 2 === 1 ? html`<a href="tel:${part}">${part}</a>` : part))}`;

/** Whom to call first where somebody is in danger. */
export const dangerLine = ({ messages, language, town: { settings } }: Visit): Html =>
  html`<p class="danger">
    ${dialled(messages.danger(joined(settings.emergencyNumbers, language, 'disjunction')))}
  </p>`;
