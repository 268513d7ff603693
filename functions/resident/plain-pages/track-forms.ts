import { CODE_MINUTES } from '../../../domain/access/staff-sign-in.js';
import { type Html, html } from './html.js';
import type { Visit } from './visit.js';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly type?: 'tel' | 'text';
}

const field = (form: string, { name, label, hint, value = '', type = 'text' }: Field): Html =>
  html`<div class="field">
    <label for="${form}-${name}">${label}</label>
    ${hint !== undefined && html`<p class="hint" id="${form}-${name}-hint">${hint}</p>`}
    <input
      type="${type}"
      id="${form}-${name}"
      name="${name}"
      value="${value}"
      ${hint !== undefined && html`aria-describedby="${form}-${name}-hint"`}
      autocomplete="off"
      required
    />
  </div>`;

const problem = (words: string): Html => html`<p class="panel summary" role="alert">${words}</p>`;

/** Number and key, or number and phone: both forms are posted, so that no address holds what was typed. */
export function trackForms(
  { messages, address }: Visit,
  { failed }: { readonly failed?: 'key' | 'phone' | undefined } = {},
): Html {
  const { track, code } = messages;
  return html`<form method="post" action="${address('/plain/track')}">
      <h1>${track.heading}</h1>
      <p class="lead">${track.lead}</p>
      ${failed === 'key' && problem(track.unknown)}
      ${field('track', { name: 'number', label: track.number, hint: track.numberHint })}${field('track', { name: 'key', label: track.key, hint: track.keyHint })}
      <button type="submit" class="main">${track.open}</button>
    </form>
    <form method="post" action="${address('/plain/codes')}">
      <h2>${code.heading}</h2>
      <p class="lead">${code.lead}</p>
      ${failed === 'phone' && problem(code.wrong)}
      ${field('code', { name: 'number', label: track.number, hint: track.numberHint })}${field('code', { name: 'phone', label: code.phone, type: 'tel' })}
      <button type="submit" class="second">${code.send}</button>
    </form>`;
}

/** Asks for the code that was texted, if number and phone belong together. */
export function codeForm(
  { messages, address, language }: Visit,
  given: { readonly number: string; readonly phone: string; readonly asked: string },
  wrong?: { readonly [Language in Visit['language']]: string },
): Html {
  const { track, code } = messages;
  const hidden = Object.entries({ number: given.number, phone: given.phone, asked: given.asked }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`<form method="post" action="${address('/plain/keys')}">
      <h1>${track.heading}</h1>
      ${wrong ? problem(wrong[language]) : html`<p role="status">${code.sent(CODE_MINUTES)}</p>`} ${hidden}
      ${field('code', { name: 'code', label: code.code, hint: code.codeHint })}
      <button type="submit" class="main">${code.open}</button>
    </form>
    <p><a href="${address('/plain/track')}">${code.again}</a></p>`;
}
