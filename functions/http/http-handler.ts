import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { errorName, log } from '../../adapters/log.js';
import { isNeighbourDown } from '../../adapters/neighbour-down.js';
import { DomainError } from '../../domain/domain-error.js';
import type { Language } from '../../domain/words/language.js';
import { cleanEvent, isNoPath } from './clean-input.js';
import { compressed } from './compressed.js';
import { Problem, problemResponse } from './problem.js';
import { requestLanguage } from './request-language.js';

export interface HttpCall {
  readonly event: APIGatewayProxyEventV2;
  readonly language: Language;
  /** When the call was made, epoch milliseconds. */
  readonly at: number;
}

export const json = (
  statusCode: number,
  body: unknown,
  headers: Record<string, string> = { 'cache-control': 'no-store' },
): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

/** When a service that is down is worth another try: a person waits so long, and many at once are not too much for one that came back. Seconds. */
const SOON = 60;

const failed = (error: unknown): Problem =>
  isNeighbourDown(error)
    ? new Problem('unavailable', [], undefined, { retryAfter: SOON })
    : new Problem('server-error');

/** What a caller named and there is not. */
const UNKNOWN: ReadonlySet<string> = new Set(['TownUnknown', 'RequestUnknown', 'TaskUnknown']);

export type Answer = APIGatewayProxyStructuredResultV2;
export type AnswerProblem = (problem: Problem, language: Language, event: APIGatewayProxyEventV2) => Answer;

/** Answers problems as problem documents, and anything else that fails as one that says so without saying what was typed. */
export const httpHandler =
  (name: string, run: (call: HttpCall) => Promise<Answer>, answerProblem: AnswerProblem = problemResponse) =>
  async (sent: APIGatewayProxyEventV2): Promise<Answer> => {
    const event = cleanEvent(sent);
    const language = requestLanguage(event);
    try {
      if (isNoPath(event)) throw new Problem('not-found');
      return compressed(event, await run({ event, language, at: event.requestContext.timeEpoch }));
    } catch (error) {
      if (error instanceof Problem) return answerProblem(error, language, event);
      if (error instanceof DomainError && UNKNOWN.has(error.code)) {
        return answerProblem(new Problem('not-found'), language, event);
      }
      log('error', `${name} failed`, { error: errorName(error) });
      return answerProblem(failed(error), language, event);
    }
  };
