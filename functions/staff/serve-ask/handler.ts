import type * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { isAskedNow } from '../../../domain/asks/meant-for.js';
import { mayCorrect, mayRemark } from '../../../domain/request/why-not-corrected.js';
import { type Before, correctInWords, remarkInWords } from '../correct-in-words.js';
import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
import { photosLeft, takesPhotos } from '../../../domain/photos/work-photos.js';
import type { Milestone } from '../../../domain/town/schema.js';
import { giveAnswer } from '../../http/give-answer.js';
import type { HttpCall } from '../../http/http-handler.js';
import { notOpen } from '../../http/not-open.js';
import { type OpenedAsk, openAsk } from '../../http/open-ask.js';
import { reportingViews } from '../reporting-views.js';
import { staffPage, wantsPage } from '../staff-page.js';
import { showPhoto } from '../../http/photo-answer.js';
import { Problem } from '../../http/problem.js';
import { askAnswerBody } from '../../../contracts/staff/ask.js';
import { howFar } from '../../use-cases/how-far.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import { type AskSubject, loadSubject } from '../../use-cases/ask-subject.js';
import { askView } from './ask-view.js';
import { seesPhotos } from './shown-step.js';
import { checkedForm } from './application-form.js';
import { askWords, auditReading } from './ask-words.js';
import { methodOf, noteWithPoints } from './check-form.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';
import { type CallOf, routeHandler } from '../../http/route-handler.js';

type Effects = Services<typeof FUNCTION>;

/**
 * `GET` and `POST /asks/{id}?sig=`: one ask, opened by the signed link that its member of staff was texted. A browser
 * gets the page, which asks for the same address again as JSON, and for the photos of the request.
 */
export const createServeAsk = (services: Effects) =>
  routeHandler('serve-ask', ROUTES, {
    ask: async (call) =>
      wantsPage(call) ? staffPage(call.language) : show(services, await openAsk(services, call), call),
    answer: async (call) => take(services, await openAsk(services, call), call),
    correct: async (call) => correctInWords(services, await beforeOf(services, call), call),
    remark: async (call) => remarkInWords(services, await beforeOf(services, call), call),
    photo: async (call) => showPhotoOf(services, await openAsk(services, call), call),
  });

/** The request that an ask is about. */
async function beforeOf(
  services: Effects,
  call: CallOf<typeof ROUTES.correct | typeof ROUTES.remark>,
): Promise<Before> {
  const { ask, staff } = await openAsk(services, call);
  if (ask.of !== 'request') throw new Problem('not-found');
  const current = await services.towns.load(ask.town);
  return { current, record: await services.requests.load(ask.town, ask.subject), staff };
}

/** `POST /asks/{id}?sig=`: the answer of whoever was texted the link. */
async function take(services: Effects, opened: OpenedAsk, call: CallOf<typeof ROUTES.answer>) {
  const body = call.body();
  const planned = plannedAsk((await loadSubject(services, opened.ask)).record, opened.ask.n);
  if (planned && !opened.ask.answer) await checkTheirs(services, opened, planned, call.at);
  const { option, yuan } = body;
  const note = await noteOf(services, opened, body, call);
  const form = await checkedForm(services, opened.ask, body, call);
  const { town } = await services.towns.load(opened.ask.town);
  const given = { option, note, yuan, form };
  return call.answer(202, await giveAnswer(services, { ...opened, town, way: 'link' }, given, call));
}

/** The note, with the points of a check's form as a text would name them. */
async function noteOf(
  services: Effects,
  { ask }: OpenedAsk,
  body: z.output<typeof askAnswerBody>,
  { language }: HttpCall,
): Promise<string> {
  if (body.points === undefined) return body.note ?? '';
  const subject = await loadSubject(services, ask);
  return noteWithPoints(await methodOf(services, subject), body, language);
}

/** The subject of an open ask. One that is answered, or over: its link has done what it is for. */
async function loadOpen(services: Effects, { ask, staff }: OpenedAsk, { language, at }: HttpCall) {
  const subject = await loadSubject(services, ask);
  const planned = plannedAsk(subject.record, ask.n);
  if (!planned || ask.answer) {
    const mostPhotos = await photosToFollow(services, subject, { ask, staff });
    throw notOpen(ask, language, { milestone: await farOf(services, subject, ask), mostPhotos });
  }
  await checkTheirs(services, { ask, staff }, planned, at);
  return { subject, planned };
}

/** How far what an ask was answered says that somebody is, in an emergency. */
async function farOf(
  services: Effects,
  subject: AskSubject,
  ask: OpenedAsk['ask'],
): Promise<Milestone | undefined> {
  const { town } = await services.towns.load(ask.town);
  return ask.answer && howFar(services, town, subject, ask, ask.answer);
}

/** The link of whoever has left the post, or stood in and does no more, opens nothing: somebody else is asked. */
async function checkTheirs(
  { towns }: Effects,
  { ask, staff }: OpenedAsk,
  { to }: PlannedAsk,
  at: number,
): Promise<void> {
  if (to.who !== 'staff') return;
  const { town } = await towns.load(ask.town);
  if (!isAskedNow(town, to, staff, at)) throw new Problem('handed-over');
}

/** Who said, by text too, that something is done may still show it. */
async function photosToFollow(
  { workPhotos }: Effects,
  { of, record }: AskSubject,
  { ask, staff }: OpenedAsk,
): Promise<number> {
  const isTheirs = ask.answer?.by === staff && takesPhotos(ask.kind, ask.answer.option);
  if (of !== 'request' || record.withdrawnAt !== undefined || !isTheirs) return 0;
  return photosLeft(await workPhotos.load(record.town, record.id), ask.n);
}

/** Audited like the resident's words: a photo may show who they are and how they live. */
async function showPhotoOf(services: Effects, opened: OpenedAsk, call: CallOf<typeof ROUTES.photo>) {
  const { subject, planned } = await loadOpen(services, opened, call);
  if (subject.of !== 'request' || !(await seesPhotos(services, subject.record, planned)))
    throw new Problem('not-found');
  const { town } = await services.towns.load(subject.record.town);
  await auditReading(services, town, subject.record, opened.staff, call);
  return showPhoto(services, subject.record, call);
}

async function show(services: Effects, opened: OpenedAsk, call: CallOf<typeof ROUTES.ask>) {
  const { subject, planned } = await loadOpen(services, opened, call);
  const words = await askWords(services, subject, planned, { ...opened, call });
  const view = await askView(services, subject, planned, words, call.language);
  const { town } = await services.towns.load(opened.ask.town);
  if (subject.of !== 'request') return call.answer(200, view);
  const { record } = subject;
  const may = mayRemark(record, town, opened.staff, call.at) ? ({ mayRemark: true } as const) : {};
  if (!mayCorrect(record, town, opened.staff)) return call.answer(200, { ...view, ...may });
  const rules = await rulesIn(services, town, record);
  const { departments } = reportingViews(record, rules, call.language);
  return call.answer(200, { ...view, ...may, mayCorrect: true, ...(departments ? { departments } : {}) });
}
