import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import { readYesNo } from '../../../domain/reading/read-answer.js';
import type { Town } from '../../../domain/town/schema.js';
import { addRemark } from '../../use-cases/add-remark.js';
import { keepWords } from '../../use-cases/keep-words.js';
import { answerAsk, type Answering } from '../../use-cases/answer-ask.js';
import { replyAnswered } from './reply-answered.js';
import type { Received } from './reply-to.js';
import type { IncomingText, Reply, SendersAsk } from './sender.js';

/** The sender's own words answer the question they were asked back, and belong to the request from now on. */
export async function takeSaid(
  services: Answering,
  { current, text, sender }: Received,
  ask: SendersAsk,
  words: string,
): Promise<Reply | undefined> {
  await keepWords(services, { town: ask.town, id: ask.subject }, words);
  await tellFirst(services, current.town, ask, { words, text });
  const answered = await answerAsk(services, current.town, ask, {
    option: 'said',
    by: 'resident',
    note: words,
    at: text.at,
    key: text.id,
  });
  // The next step, a question or the name of whoever answers for the request, is texted at once.
  if (answered.kind === 'recorded') return undefined;
  return replyAnswered(
    answered,
    { ask, option: 'said', note: words },
    sender.language,
    current.town.settings,
  );
}

/** A resident adds to an earlier report: whoever works on it is told. Done again it changes nothing. */
async function tellFirst(
  services: Answering,
  town: Town,
  ask: SendersAsk,
  { words, text }: { words: string; text: IncomingText },
): Promise<void> {
  const record = await services.requests.load(ask.town, ask.subject);
  const question = plannedAsk(record, ask.n)?.question;
  const [first] = question?.about === 'same' && readYesNo(words) === true ? question.choices : [];
  if (first === undefined) return;
  const { description } = await services.requests.person(ask.town, ask.subject);
  const [said = ''] = description.split('\n');
  const other = await services.requests.load(ask.town, first);
  await addRemark(services, town, other, { words: said, at: text.at, key: text.id });
}
