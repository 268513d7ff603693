import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { errorName, log } from '../../adapters/log.js';
import { isNeighbourDown } from '../../adapters/neighbour-down.js';
import { DomainError } from '../../domain/domain-error.js';
import type { Language } from '../../domain/words/language.js';
import { cleanEvent, isNoPath } from './clean-input.js';
import { compressed } from './compressed.js';
import { DATA_HEADERS } from './pages/security-headers.js';
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

/** When to try again. Seconds. */
const SOON = 60;

/** Names that a caller gave and that stand for nothing. */
const UNKNOWN: ReadonlySet<string> = new Set(['TownUnknown', 'RequestUnknown', 'TaskUnknown']);

export type Answer = APIGatewayProxyStructuredResultV2;
export type AnswerProblem = (problem: Problem, language: Language, event: APIGatewayProxyEventV2) => Answer;

/** Answers problems as problem documents; any other failure as one that repeats nothing typed. */
export const httpHandler =
  (name: string, run: (call: HttpCall) => Promise<Answer>, answerProblem: AnswerProblem = problemResponse) =>
  async (sent: APIGatewayProxyEventV2): Promise<Answer> => {
    const event = cleanEvent(sent);
    const language = requestLanguage(event);
    try {
      if (isNoPath(event)) throw new Problem('not-found');
      const answer = await run({ event, language, at: event.requestContext.timeEpoch });
      return compressed(event, guarded(answer));
    } catch (error) {
      return guarded(answerProblem(problemOf(name, error), language, event));
    }
  };

/** A page brings stricter headers of its own. */
const guarded = (answer: Answer): Answer => ({ ...answer, headers: { ...DATA_HEADERS, ...answer.headers } });

function problemOf(name: string, error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DomainError && UNKNOWN.has(error.code)) return new Problem('not-found');
  log('error', `${name} failed`, { error: errorName(error) });
  // A service that is down is worth another try: a person waits so long, and many at once are not too much for one that
  // came back.
  return isNeighbourDown(error)
    ? new Problem('unavailable', [], undefined, { retryAfter: SOON })
    : new Problem('server-error');
}
