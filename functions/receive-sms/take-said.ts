import type { Services } from '../../adapters/services.js';
import { keepWords } from '../use-cases/keep-words.js';
import { answerAsk } from '../use-cases/answer-ask.js';
import { replyAnswered } from './reply-answered.js';
import type { Received } from './reply-to.js';
import type { Reply, SendersAsk } from './sender.js';

type Effects = Pick<Services, 'towns' | 'requests' | 'tasks' | 'asks' | 'texts' | 'workflow'>;

/** What the sender was asked back is answered in their own words, which belong to the request from now on. */
export async function takeSaid(
  services: Effects,
  { current, text, sender }: Received,
  ask: SendersAsk,
  words: string,
): Promise<Reply | undefined> {
  await keepWords(services, ask, words);
  const answered = await answerAsk(services, current.town, ask, {
    option: 'said',
    by: 'resident',
    note: words,
    at: text.at,
    key: text.id,
  });
  // What follows from it, the next question or who answers for the request, is texted at once.
  if (answered.kind === 'recorded') return undefined;
  return replyAnswered(answered, { ask, option: 'said', note: words }, sender.language);
}
