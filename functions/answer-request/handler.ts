import type * as z from 'zod';
import { submissionOf } from '../../adapters/contact.js';
import type { Services } from '../../adapters/services.js';
import { readAskId } from '../../domain/asks/ask-id.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { requestView } from '../../domain/request/request-view.js';
import { answerAsk } from '../use-cases/answer-ask.js';
import { loadRules } from '../use-cases/load-rules.js';
import { withdraw } from '../use-cases/withdraw.js';
import { type HttpCall, httpHandler, json } from '../http/http-handler.js';
import { openTracked } from '../http/open-tracked.js';
import { Problem } from '../http/problem.js';
import { readBody } from '../http/read-body.js';
import { answerBody } from '../http/schemas/request.js';

type AnswerBody = z.output<typeof answerBody>;

type Effects = Pick<Services, 'towns' | 'requests' | 'tasks' | 'asks' | 'texts' | 'workflow'>;

/** `POST /requests/{id}/answers?key=`: the resident answers, or takes the request back. */
export const createAnswerRequest = (services: Effects) =>
  httpHandler('answer-request', async (call) => {
    const record = await openTracked(services, call);
    const body = readBody(call, answerBody);
    await (body.option === 'withdraw'
      ? takeBack(services, record, call)
      : answer(services, record, body, call));
    const now = await services.requests.load(record.town, record.id);
    return json(202, requestView(now, await loadRules(services, now), call.language));
  });

async function takeBack(services: Effects, record: RequestRecord, { at }: HttpCall): Promise<void> {
  if (!(await withdraw(services, record.town, record.id, at))) throw new Problem('not-open');
}

async function answer(
  services: Effects,
  record: RequestRecord,
  body: AnswerBody,
  { at }: HttpCall,
): Promise<void> {
  const { ask: id, note } = body;
  const n = readAskId(id, record.id);
  const ask =
    n === undefined
      ? undefined
      : await services.asks.find({ town: record.town, of: 'request', subject: record.id, n });
  if (!ask || body.option === 'withdraw' || !ask.options.includes(body.option))
    throw new Problem('not-found');
  const { option } = body;
  // The same answer sent twice by a slow network is one answer.
  const key = submissionOf(`http ${id} ${option}`);
  const answered = await answerAsk(services, ask, {
    option,
    by: 'resident',
    ...(note === undefined || note === '' ? {} : { note }),
    at,
    key,
  });
  if (answered.kind !== 'recorded') throw new Problem('not-open');
}
