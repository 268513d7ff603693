import * as z from 'zod';
import { submissionOf } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import { optionOf, verdictSchema, YES_TO_ALL } from '../../../domain/asks/verdict.js';
import { readAskId } from '../../../domain/asks/ask-id.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { requestView } from '../../../domain/request/request-view.js';
import type { Town } from '../../../domain/town/schema.js';
import { given } from '../../../domain/words/given.js';
import { admitOnPage, limitAddress } from '../../http/caller-limits.js';
import { answerAsk } from '../../use-cases/answer-ask.js';
import { askErasure } from '../../use-cases/ask-erasure.js';
import { askNews } from '../../use-cases/ask-news.js';
import { isComplaintBeside, takeComplaintBeside } from '../../use-cases/complaint-beside.js';
import { loadRules } from '../../use-cases/load-rules.js';
import { withdraw } from '../../use-cases/withdraw.js';
import type { HttpCall } from '../../http/http-handler.js';
import { findTracked, openTracked } from '../open-tracked.js';
import { Problem } from '../../http/problem.js';
import { readForm } from '../../http/read-body.js';
import { answerBody, remarkBody } from '../../../contracts/resident/request.js';
import { whichTown } from '../../http/which-town.js';
import { mustBeFromOurPage } from '../plain-pages/from-our-page.js';
import { MY_DATA } from '../../../contracts/resident/my-data-words.js';
import { html } from '../plain-pages/html.js';
import { goTo, plainPage } from '../plain-pages/plain-page.js';
import { problemOfPage } from '../plain-pages/problem-of-page.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';
import { takeRemark } from './take-remark.js';
import { visitOf } from '../plain-pages/visit.js';
import { nameOfSomething } from '../../../contracts/words.js';
import { type CallOf, routeHandler } from '../../http/route-handler.js';

type AnswerBody = z.output<typeof answerBody>;

type Effects = Services<typeof FUNCTION>;

/**
 * `POST /requests/{id}/answers?key=`: the resident answers, or takes the request back; `/news` and `/remarks`: they ask
 * how it stands, and add a word. `POST /plain/answers` and `/plain/words`: the same by forms.
 */
export const createAnswerRequest = (services: Effects) =>
  routeHandler(
    'answer-request',
    ROUTES,
    {
      answer: (call) => takeBody(services, call),
      askNews: (call) => ask(services, call),
      erase: (call) => erase(services, call),
      remark: (call) => add(services, call),
      plain: (call) => takeForm(services, call),
      plainWord: (call) => takeWord(services, call),
      plainErase: (call) => eraseByForm(services, call),
    },
    problemOfPage,
  );

async function takeBody(services: Effects, call: CallOf<typeof ROUTES.answer>) {
  const record = await openTracked(services, call);
  await limitAnswers(services, (await services.towns.load(record.town)).town, call);
  await take(services, record, call.body(), call);
  return call.answer(202, await viewOf(services, record, call));
}

/** `POST /requests/{id}/erasure?key=`: consent is withdrawn, and what the town keeps with it goes. */
async function erase(services: Effects, call: CallOf<typeof ROUTES.erase>) {
  const record = await openTracked(services, call);
  call.body();
  const { town } = await services.towns.load(record.town);
  await limitAnswers(services, town, call);
  return call.answer(202, { done: await askErasure(services, town, record, call.at) });
}

async function ask(services: Effects, call: CallOf<typeof ROUTES.askNews>) {
  const record = await openTracked(services, call);
  call.body();
  const { town } = await services.towns.load(record.town);
  await limitAnswers(services, town, call);
  if (!(await askNews(services, town, record, call.at))) throw new Problem('not-open');
  return call.answer(202, await viewOf(services, record, call));
}

async function add(services: Effects, call: CallOf<typeof ROUTES.remark>) {
  const record = await openTracked(services, call);
  const current = await services.towns.load(record.town);
  await limitAnswers(services, current.town, call);
  const opened = await takeRemark(services, current, record, call.body().words, call);
  return call.answer(202, { ...(await viewOf(services, record, call)), ...given({ opened }) });
}

async function viewOf(services: Effects, { town, id }: RequestRecord, { language }: HttpCall) {
  const now = await services.requests.load(town, id);
  return requestView(now, await loadRules(services, now), language);
}

const yesOrNo = z.enum(['yes', 'no']).optional();

/** A form has a button that says yes to all, and one that sends what was chosen for each question. */
export const plainAnswer = answerBody.omit({ verdict: true }).extend({
  id: nameOfSomething,
  key: nameOfSomething,
  option: z.enum([...answerBody.shape.option.options, 'all-yes', 'said']),
  contacted: yesOrNo,
  solved: yesOrNo,
  satisfied: yesOrNo,
});

type PlainBody = Omit<z.output<typeof plainAnswer>, 'id' | 'key'>;

function bodyOf({ option, contacted, solved, satisfied, ...rest }: PlainBody): AnswerBody {
  if (option === 'all-yes') return { ...rest, option: 'satisfied', verdict: YES_TO_ALL };
  if (option !== 'said') return { ...rest, option };
  const chosen = Object.entries({ contacted, solved, satisfied }).filter(([, value]) => value !== undefined);
  const verdict = verdictSchema.parse(
    Object.fromEntries(chosen.map(([name, value]) => [name, value === 'yes'])),
  );
  return { ...rest, option: optionOf(verdict), verdict };
}

/** An answer that comes too late changes nothing; the page it goes on to shows how the request stands. */
async function takeForm(services: Effects, call: HttpCall) {
  mustBeFromOurPage(call);
  const { town } = await whichTown(services, call.event);
  const { id: number, key, ...form } = readForm(call, plainAnswer);
  const record = await findTracked(services, town.settings.id, { number, key });
  if (!record) throw new Problem('not-found');
  await limitAnswers(services, town, call);
  try {
    await take(services, record, bodyOf(form), call);
  } catch (error) {
    if (!(error instanceof Problem && error.type === 'not-open')) throw error;
  }
  return goTo(visitOf(call.event, town).address(`/plain/r/${record.id}`, { key, after: 'answered' }));
}

export const plainWord = z.object({
  id: nameOfSomething,
  key: nameOfSomething,
  /** Nothing to add: it is asked how it stands. */
  words: remarkBody.shape.words.optional(),
});

/** A word to the request, or the question how it stands. What comes too late, or too soon again, changes nothing. */
async function takeWord(services: Effects, call: HttpCall) {
  mustBeFromOurPage(call);
  const current = await whichTown(services, call.event);
  const { town } = current;
  const { id: number, key, words } = readForm(call, plainWord);
  const record = await findTracked(services, town.settings.id, { number, key });
  if (!record) throw new Problem('not-found');
  await limitAnswers(services, town, call);
  const done: { after?: string | undefined; opened?: string | undefined } =
    words === undefined
      ? { after: (await askNews(services, town, record, call.at)) ? 'asked' : undefined }
      : remarked(await takeRemark(services, current, record, words, call));
  return goTo(visitOf(call.event, town).address(`/plain/r/${record.id}`, { key, ...given(done) }));
}

export const plainErasure = z.object({ id: nameOfSomething, key: nameOfSomething, sure: z.literal('yes') });

/** Erased by the form; the page says what comes, for the request's own will be gone. */
async function eraseByForm(services: Effects, call: HttpCall) {
  mustBeFromOurPage(call);
  const { town } = await whichTown(services, call.event);
  const { id: number, key } = readForm(call, plainErasure);
  const record = await findTracked(services, town.settings.id, { number, key });
  if (!record) throw new Problem('not-found');
  await limitAnswers(services, town, call);
  const done = await askErasure(services, town, record, call.at);
  const visit = visitOf(call.event, town);
  const { track } = visit.messages;
  const body = html`<h1>${track.heading}</h1>
    <p class="notice" role="status">${MY_DATA[visit.language][done]}</p>`;
  return plainPage(visit, { path: '/plain/track', current: 'track', heading: track.heading, body });
}

const remarked = (opened: string | undefined) =>
  opened === undefined ? { after: 'added' } : { after: 'opened', opened };

const limitAnswers = (services: Effects, town: Town, call: HttpCall): Promise<void> =>
  limitAddress(services, town, call, { act: 'answers', limit: town.settings.callers.others });

const take = (services: Effects, record: RequestRecord, body: AnswerBody, call: HttpCall): Promise<void> =>
  body.option === 'withdraw' ? takeBack(services, record, call) : answer(services, record, body, call);

async function takeBack(services: Effects, record: RequestRecord, { at }: HttpCall): Promise<void> {
  const taken = await withdraw(services, record.town, record.id, at);
  if (taken !== 'withdrawn') throw new Problem(taken === 'stays' ? 'emergency-stays' : 'not-open');
}

async function answer(
  services: Effects,
  record: RequestRecord,
  body: AnswerBody,
  call: HttpCall,
): Promise<void> {
  const { ask: id, note, verdict } = body;
  const { at } = call;
  const n = readAskId(id, record.id);
  const ask =
    n === undefined
      ? undefined
      : await services.asks.find({ town: record.town, of: 'request', subject: record.id, n });
  if (!ask || body.option === 'withdraw' || !ask.options.includes(body.option))
    throw new Problem('not-found');
  const option = verdict && body.option !== 'brought' ? optionOf(verdict) : body.option;
  // The same answer sent twice by a slow network is one answer.
  const key = submissionOf(`http ${id} ${option}`);
  const current = await services.towns.load(record.town);
  const { town } = current;
  const complains = isComplaintBeside(town, record, note);
  const answered = await answerAsk(services, town, ask, {
    option,
    by: 'resident',
    ...(note === undefined || note === '' || complains ? {} : { note }),
    ...(verdict && { verdict }),
    at,
    key,
  });
  if (answered.kind !== 'recorded') throw new Problem('not-open');
  const admit = (phone: string) => admitOnPage(services, town, call, phone);
  if (complains) await takeComplaintBeside(services, current, record, { note, key, at, admit });
}
