import { shownNumber } from '../../../contracts/pages/request-number.js';
import { shownPhone } from '../../../contracts/pages/telephone.js';
import { dateTimeText } from '../../../contracts/pages/times.js';
import type { Messages } from '../../../contracts/resident/messages.js';
import { mayAskNews, takesRemarks } from '../../../contracts/resident/may-add.js';
import { stepName } from '../../../contracts/resident/next-step.js';
import { fourSteps } from '../../../domain/request/steps.js';
import { isOver, type TrackedRequest } from '../../../contracts/resident/tracked-request.js';
import type { Look } from '../../../domain/access/looks.js';
import { type Html, html } from './html.js';
import type { Visit } from './visit.js';

/** The four steps, each with how it stands. */
export const stepList = (messages: Messages, request: TrackedRequest): Html =>
  html`<ol class="steps" aria-label="${messages.track.steps.label}">
    ${fourSteps(request).map(
      ({ step, state }) =>
        html`<li class="${state}" ${state === 'now' && html`aria-current="step"`}>
          ${stepName(request, step, messages)} <span class="hint">${messages.track.stepStates[state]}</span>
        </li>`,
    )}
  </ol>`;

/** How to call whoever deals with it. */
export const callFact = (
  { messages: { track }, town: { settings } }: Visit,
  request: TrackedRequest,
): Html | false => {
  const { phone } = request;
  return (
    !isOver(request) &&
    phone !== undefined &&
    html`<dd>
      <a class="call" href="tel:${phone}">${track.call(shownPhone(phone, settings.sms.number))}</a>
    </dd>`
  );
};

export const ownWords = ({ messages }: Visit, { words }: { words?: string | undefined }): Html | false =>
  words !== undefined &&
  html`<section>
    <h2>${messages.track.own}</h2>
    <blockquote>${words}</blockquote>
  </section>`;

/** To ask for news, and to add a word. */
export function wordParts(
  visit: Visit,
  request: TrackedRequest,
  {
    own,
    after,
    opened,
    at,
  }: { own: Html; after: string | undefined; opened: string | undefined; at: number },
): Html {
  const { messages, language, town, address } = visit;
  const { news, remark } = messages;
  const again = request.newsAgainAt;
  const form = (body: Html): Html =>
    html`<form method="post" action="${address('/plain/words')}">${own}${body}</form>`;
  const mayAsk = mayAskNews(request, at);
  return html`${after === 'asked' && html`<p class="notice" role="status">${news.asked}</p>`}
  ${after === 'added' && html`<p class="notice" role="status">${remark.sent}</p>`}
  ${after === 'opened' && opened !== undefined && html`<p class="notice" role="status">${remark.opened(shownNumber(opened))}</p>`}
  ${
    mayAsk === 'now' &&
    form(
      html`<button type="submit" class="second">${news.open}</button>
        <p class="hint">${news.hint}</p>`,
    )
  }
  ${
    mayAsk === 'later' &&
    again !== undefined &&
    html`<p class="hint">${news.again(dateTimeText(again, language, town.settings.timeZone))}</p>`
  }
  ${
    takesRemarks(request, at) &&
    html`<details>
      <summary>${remark.open}</summary>
      ${form(
        html`<div class="field">
            <label for="remark-words">${remark.label}</label>
            <p class="hint" id="remark-hint">${remark.hint}</p>
            <textarea
              id="remark-words"
              name="words"
              rows="3"
              maxlength="500"
              required
              aria-describedby="remark-hint"
            ></textarea>
          </div>
          <button type="submit" class="second">${remark.send}</button>`,
      )}
    </details>`
  }`;
}

/** Who of the town looked at it. */
export function looksPart({ messages, language, town }: Visit, { looks }: { looks: readonly Look[] }): Html {
  const { looks: words } = messages;
  const lines = looks.map(
    ({ at, role }) =>
      html`<li>
        ${dateTimeText(new Date(at).toISOString(), language, town.settings.timeZone)} ${words.roles[role]}
      </li>`,
  );
  return html`<details>
    <summary>${words.heading}</summary>
    <p class="hint">${words.lead}</p>
    ${
      looks.length === 0
        ? html`<p>${words.none}</p>`
        : html`<ul>
            ${lines}
          </ul>`
    }
  </details>`;
}
