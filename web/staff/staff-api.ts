import type { AnswerOf, Route } from '../../contracts/route.js';
import { answerAskRoute, type askRoute, sendWorkPhotoRoute } from '../../contracts/staff/ask.js';
import { recordVisitsRoute, type visitsRoute } from '../../contracts/staff/visits.js';
import { workRoute } from '../../contracts/staff/work.js';
import type { Language } from '../../domain/words/language.js';
import { answerOf, type CallRoute } from '../call-route.js';
import { readAnswer } from '../read-answer.js';
import { isWorthRetrying, type Reply } from '../reply.js';
import { jpegFrom } from '../shrink-photo.js';
import type { KeptAnswers } from './kept-answers.js';
import { photoPath } from './photo-path.js';

/**
 * The pages that can be opened, each at an address of its own: by the signed link that was texted, or by whoever signed
 * in.
 */
export type Openable = typeof askRoute | typeof visitsRoute | typeof workRoute;
export const WORK = workRoute.path;

/** As it was opened the last time, and when (epoch milliseconds). */
export interface Kept<T> {
  readonly value: T;
  readonly at: number;
}

/** Opens addresses and keeps their answers on the device, for times without a network; sends what was written. */
export class StaffApi {
  constructor(
    readonly call: CallRoute,
    private readonly kept: KeptAnswers,
  ) {}

  async open<R extends Openable>(route: R, link: string, language: Language): Promise<Reply<AnswerOf<R>>> {
    const reply = this.settle(link, await this.call(route, { link, language }));
    if (reply.kind === 'answer') this.kept.put(link, reply.value);
    return reply;
  }

  /** The answer from an earlier opening. */
  before<R extends Openable>(route: R, link: string): Kept<AnswerOf<R>> | undefined {
    const found = this.kept.get(link);
    const value = found && readAnswer(answerOf(route), found.value);
    return value === undefined || !found ? undefined : { value, at: found.at };
  }

  /** An answer or visits, as they were written down, by the link of what they answer. Sent again they count once. */
  async send(link: string, body: unknown, language: Language): Promise<Reply<unknown>> {
    const isAsk = link.startsWith('/asks/');
    const route: Route = isAsk ? answerAskRoute : recordVisitsRoute;
    const reply = this.settle(link, await this.call(route, { link, body, language }));
    // An ask has done what it is for; a list of visits goes on.
    if (reply.kind === 'answer' && isAsk) this.kept.drop(link);
    return reply;
  }

  /** A photo, in base64, that follows an answer. Sent again it is the same photo. */
  sendPhoto(link: string, picture: string, language: Language): Promise<Reply<unknown>> {
    return this.call(sendWorkPhotoRoute, { link: photoPath(link), picture: jpegFrom(picture), language });
  }

  /** Forgets on this device whatever was opened, but not what waits to be sent. */
  forget(): void {
    this.kept.clear();
  }

  /** An answer that is over, or nobody's to see any more, is not kept either; a form that is to be put right is. */
  private settle<T>(link: string, reply: Reply<T>): Reply<T> {
    if (reply.kind === 'problem' && !isWorthRetrying(reply) && reply.problem.status !== 422)
      this.kept.drop(link);
    return reply;
  }
}
