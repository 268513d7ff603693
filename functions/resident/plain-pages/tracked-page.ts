import type { Rules } from '../../../domain/request/decision.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { type Beside, requestView } from '../../../domain/request/request-view.js';
import { documentsOf } from '../../../domain/programme/documents.js';
import { dueNext, nextStep, standsAs, wantsDocuments } from '../../../contracts/resident/next-step.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import {
  isOver,
  newestFirst,
  type TrackedRequest,
  withSilenceFolded,
} from '../../../contracts/resident/tracked-request.js';
import { dateTimeText } from '../../../contracts/pages/times.js';
import type { Look } from '../../../domain/access/looks.js';
import type { VerdictQuestion } from '../../../domain/asks/verdict.js';
import { dangerLine } from './danger-line.js';
import { callFact, looksPart, ownWords, stepList, wordParts } from './tracked-parts.js';
import { type Html, html } from './html.js';
import type { Visit } from './visit.js';

export interface Own {
  readonly words?: string | undefined;
  readonly looks: readonly Look[];
}

export interface Tracked {
  readonly record: RequestRecord;
  readonly rules: Rules;
  readonly beside: Beside;
  /** The resident's latest act: a new number and key are to be kept, an answer is on its way. */
  readonly after?: 'received' | 'answered' | 'asked' | 'added' | 'opened';
  /** The number of what their words became, as they speak of a danger. */
  readonly opened?: string | undefined;
  readonly at: number;
  /** Their own words, and who looked at them. */
  readonly own: Own;
}

/** A request as its resident sees it, without a script: who owns it, what is next, what is asked, what happened. */
export function trackedPage(visit: Visit, tracked: Tracked): Html {
  const { record, rules, beside, after, opened, at } = tracked;
  const { messages, language } = visit;
  const request: TrackedRequest = requestView(record, rules, language, beside);
  const number = shownNumber(record.id);
  const own = html`<input type="hidden" name="id" value="${record.id}" /><input
      type="hidden"
      name="key"
      value="${record.trackingKey}"
    />`;
  const heading =
    after === 'received'
      ? receipt(visit, number, record.trackingKey)
      : html`<h1 class="number">${messages.track.request(number)}</h1>`;
  const asked = after === 'answered' ? thanks(visit, record) : askPart(visit, request, own);
  return html`${heading}${facts(visit, request, at)}${asked}${ownWords(visit, tracked.own)}${wordParts(visit, request, { own, after, opened, at })}${timeline(visit, request)}${photosPart(visit, record, request)}${looksPart(visit, tracked.own)}${myDataLink(visit, record)}${!isOver(request) && withdrawal(visit, request, own)}`;
}

function receipt({ messages, address }: Visit, number: string, key: string): Html {
  const { receipt: words } = messages;
  const link = address(`/plain/r/${number.replace('-', '')}`, { key });
  return html`<section class="panel receipt">
    <h1>${words.heading}</h1>
    <dl>
      <dt>${words.number}</dt>
      <dd class="number">${number}</dd>
      <dt>${words.key}</dt>
      <dd class="key">${key}</dd>
      <dt>${words.link}</dt>
      <dd><a href="${link}">${messages.track.request(number)}</a></dd>
    </dl>
    <p class="hint">${words.linkHint}</p>
  </section>`;
}

const fact = (name: string, value: string | undefined, hint?: string): Html | false =>
  value !== undefined &&
  html`<dt>${name}</dt>
    <dd>${value}${hint !== undefined && html`<span class="hint">${hint}</span>`}</dd>`;

function facts(visit: Visit, request: TrackedRequest, now: number): Html {
  const { messages, language, town } = visit;
  const { track } = messages;
  const open = !isOver(request);
  const time = (at: string | undefined) =>
    at === undefined ? undefined : dateTimeText(at, language, town.settings.timeZone);
  const due = dueNext(request, now);
  const by = due && (due.step === undefined ? time(due.at) : track.stepBy(due.step, time(due.at) ?? ''));
  const dueFact = fact(
    due?.step === undefined ? track.due : track.nextStep,
    by,
    due?.isLate ? track.late : undefined,
  );
  const paused = time(request.pausedSince);
  const stands = request.waitingPosition === undefined ? track.paused : track.waiting;
  const category = town.categories.find(({ id }) => id === request.category)?.name[language];
  const documents = documentsOf(town, request.category)
    .map((name) => name[language])
    .join(language === 'en' ? ', ' : '、');
  return html`${stepList(messages, request)}
    <section class="facts ${request.status}">
      <p class="status">${standsAs(request, messages)}</p>
      <p>${nextStep(request, messages)}</p>
      ${request.unanswered && dangerLine(visit)}
      ${paused !== undefined && html`<p class="notice">${stands(paused)}</p>`}
      <dl>
        ${request.appointment && fact(request.appointment.name, request.appointment.text)}${dueFact}${fact(track.owner, request.owner ?? (open ? track.noOwner : undefined), open && request.owner !== undefined ? track.ownerHint : undefined)}${callFact(visit, request)}${fact(track.grid, request.grid === undefined ? undefined : track.gridName(String(request.grid)))}${fact(track.category, category)}${wantsDocuments(request) && fact(track.bring, documents === '' ? undefined : documents)}
      </dl>
    </section>`;
}

const answerForm = ({ address }: Visit, own: Html, body: Html): Html =>
  html`<form method="post" action="${address('/plain/answers')}">${own}${body}</form>`;

/** The workflow takes a moment to go on; a page without scripts has to be asked again. */
function thanks({ messages, address }: Visit, { id, trackingKey }: RequestRecord): Html {
  const again = address(`/plain/r/${id}`, { key: trackingKey });
  return html`<section class="panel">
    <p role="status">${messages.ask.thanks}</p>
    <p><a href="${again}">${messages.plain.again}</a></p>
  </section>`;
}

const button = (option: string, label: string, needsNothing = false): Html =>
  html`<button
    type="submit"
    class="main"
    name="option"
    value="${option}"
    ${needsNothing && html`formnovalidate`}
  >
    ${label}
  </button>`;

/** The questions one by one, and a button that says yes to all of them without. */
function questionFields({ messages }: Visit, questions: readonly VerdictQuestion[]): Html[] {
  const words = messages.ask;
  const choice = (question: VerdictQuestion, value: 'yes' | 'no') =>
    html`<label><input type="radio" name="${question}" value="${value}" required /> ${words[value]}</label>`;
  return questions.map(
    (question) =>
      html`<fieldset class="yes-no">
        <legend>${words.questions[question]}</legend>
        ${choice(question, 'yes')}${choice(question, 'no')}
      </fieldset>`,
  );
}

function askPart(visit: Visit, { ask }: TrackedRequest, own: Html): Html | false {
  const words = visit.messages.ask;
  if (!ask) return false;
  const { questions } = ask;
  const buttons = questions
    ? [button('all-yes', words.allYes, true), button('said', words.send)]
    : ask.options.map(({ option, label }) => button(option, label));
  return html`<section class="panel ask">
    <h2>${words.heading}</h2>
    <p>${ask.text}</p>
    ${answerForm(
      visit,
      own,
      html`<input type="hidden" name="ask" value="${ask.id}" />
        ${questions && questionFields(visit, questions)}
        <div class="field">
          <label for="ask-note">${words.note}</label>
          <p class="hint" id="ask-note-hint">${words.noteHint}</p>
          <textarea
            id="ask-note"
            name="note"
            rows="2"
            maxlength="500"
            aria-describedby="ask-note-hint"
          ></textarea>
        </div>
        <div class="answers">${buttons}</div>`,
    )}
  </section>`;
}

function timeline({ messages, language, town }: Visit, { timeline: lines }: TrackedRequest): Html {
  const event = ({ at, text }: (typeof lines)[number]): Html =>
    html`<time datetime="${at}">${dateTimeText(at, language, town.settings.timeZone)}</time
      ><span>${text}</span>`;
  const entries = withSilenceFolded(newestFirst(lines)).map(
    ({ line, behind }) =>
      html`<li>
        ${event(line)}
        ${
          behind.length > 0 &&
          html`<details>
            <summary>${messages.track.moreSilent(behind.length)}</summary>
            ${behind.map((one) => html`<p>${event(one)}</p>`)}
          </details>`
        }
      </li>`,
  );
  return html`<section>
    <h2>${messages.track.timeline}</h2>
    <ol class="timeline" reversed>
      ${entries}
    </ol>
  </section>`;
}

/** Those of its resident, and those of what was done. */
function photosPart(
  { messages, address, language, town }: Visit,
  record: RequestRecord,
  request: TrackedRequest,
): Html {
  const { photos: words } = messages;
  const picture = (photo: string, alt: string): Html =>
    html`<img
      src="${address(`/requests/${record.id}/photos/${photo}`, { key: record.trackingKey })}"
      alt="${alt}"
    />`;
  const list = (heading: string, photos: readonly Html[]): Html | false =>
    photos.length > 0 &&
    html`<section>
      <h2>${heading}</h2>
      <ul class="photos">
        ${photos.map((photo) => html`<li>${photo}</li>`)}
      </ul>
    </section>`;
  const own = (request.photos ?? []).map((id, at) => picture(id, words.one(at + 1)));
  const work = (request.workPhotos ?? []).map(
    ({ id, at, by }, index) =>
      html`${picture(id, words.workOne(index + 1, by))}<span class="hint"
          >${by} ${dateTimeText(at, language, town.settings.timeZone)}</span
        >`,
  );
  return html`${list(words.work, work)}${list(words.heading, own)}`;
}

const myDataLink = ({ messages, address }: Visit, { id, trackingKey }: RequestRecord): Html =>
  html`<p><a href="${address(`/plain/r/${id}/data`, { key: trackingKey })}">${messages.myData}</a></p>`;

function withdrawal(visit: Visit, { id }: TrackedRequest, own: Html): Html {
  const words = visit.messages.withdraw;
  return html`<details>
    <summary>${words.open}</summary>
    ${answerForm(
      visit,
      own,
      html`<input type="hidden" name="ask" value="${id}" />
        <p>${words.question}</p>
        <div class="field">
          <label for="withdraw-reason">${words.reason}</label
          ><input type="text" id="withdraw-reason" name="note" maxlength="200" />
        </div>
        <button type="submit" class="main grave" name="option" value="withdraw">${words.confirm}</button>`,
    )}
  </details>`;
}
