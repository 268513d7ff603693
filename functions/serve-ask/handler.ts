import type { Services } from '../../adapters/services.js';
import { plannedAsk } from '../../domain/asks/plan-ask.js';
import { type HttpCall, httpHandler, json } from '../http/http-handler.js';
import { Problem } from '../http/problem.js';
import { loadSubject } from '../use-cases/ask-subject.js';
import { askText } from './ask-text.js';
import { askView } from './ask-view.js';
import { type OpenedAsk, openAsk } from './open-ask.js';
import { takeAnswer } from './take-answer.js';

type Effects = Pick<Services, 'towns' | 'requests' | 'tasks' | 'asks' | 'texts' | 'workflow' | 'linkKeys'>;

/** `GET` and `POST /asks/{id}?sig=`: one ask, opened by the signed link that its member of staff was texted. */
export const createServeAsk = (services: Effects) =>
  httpHandler('serve-ask', async (call) => {
    const opened = await openAsk(services, call);
    return call.event.routeKey.startsWith('POST ')
      ? takeAnswer(services, opened, call)
      : show(services, opened, call);
  });

async function show(services: Effects, { ask }: OpenedAsk, { language }: HttpCall) {
  const subject = await loadSubject(services, ask);
  const planned = plannedAsk(subject.record, ask.n);
  // Answered, or over: the link has done what it is for.
  if (!planned || ask.answer) throw new Problem('not-open');
  const text = await askText(services, subject, planned, ask);
  return json(200, await askView(services, subject, planned, { text, language }));
}
