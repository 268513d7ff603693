import type { AskItem } from '../../../adapters/ask-store.js';
import type { Services } from '../../../adapters/services.js';
import { leavesDoubt } from '../../../domain/answers/doubts.js';
import { foldWords } from '../../../domain/reading/features.js';
import { askInPlaceOf } from '../../../domain/request/ask-in-place-of.js';
import { isReachedBy } from '../../../domain/request/milestones.js';
import { milestoneIn } from '../../../domain/request/read-milestone.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { isUrgent } from '../../../domain/request/is-urgent.js';
import type { Milestone } from '../../../domain/town/schema.js';
import { addRemark } from '../../use-cases/add-remark.js';
import { answerAsk, type Answering, finishAnswer } from '../../use-cases/answer-ask.js';
import { loadSubject } from '../../use-cases/ask-subject.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import { reachMilestone } from './reach-milestone.js';
import { answerInstead } from './answer-instead.js';
import { answeredBy } from './answered-by.js';
import type { Received } from './reply-to.js';
import { replyAnswered } from './reply-answered.js';
import { replyRemark } from './reply-remark.js';
import type { Reply, SendersAsk } from './sender.js';

/**
 * Whoever was called to an emergency says how far they are: on the way, there, safe, restored. That is what they were
 * asked, in whatever order and words. Undefined where they say nothing of it, or are called to none or to several.
 */
export async function takeMilestone(services: Answering, received: Received): Promise<Reply | undefined> {
  const { sender, text, current, match } = received;
  if (speaksOfAnother(text.body)) return undefined;
  const milestone = milestoneSaid(received);
  if (!sender.staff || milestone === undefined || hasOtherMeaning(received)) return undefined;
  const called = 'ask' in match ? [match.ask] : sender.asks;
  const [record, ...more] = await emergenciesAmong(services, called);
  if (!record || more.length > 0) return undefined;
  const said = { option: 'done', note: text.body, milestone } as const;
  const before = await answeredBy(services, { town: record.town, request: record.id, text: text.id });
  if (before) return finished(services, received, before);
  const found = await askFor(services, received, record, milestone);
  if (found.ask === undefined) return noted(services, received, record, { ...said, earlier: found.earlier });
  const { ask, isOwn } = found;
  if (!isOwn) return answerInstead(services, received, { record, stored: ask, ...said });
  const answer = { ...said, by: sender.staff.id, at: text.at, key: text.id };
  const answered = await answerAsk(services, current.town, ask, answer);
  return replyAnswered(
    answered,
    { ask, option: 'done', note: text.body },
    sender.language,
    current.town.settings,
  );
}

/** "1 即刻动身前往" says in words of its own how far they are, and by its digit that this is the answer. */
function milestoneSaid({ text, match }: Received): Milestone | undefined {
  const said = milestoneIn(text.body);
  if (said !== undefined && !leavesDoubt(foldWords(text.body))) return said;
  return match.kind === 'going' && match.byDigit ? match.far : undefined;
}

type Found =
  | { readonly ask: AskItem; readonly isOwn: boolean }
  /** Their earlier ask, if none is open that they could answer. */
  | { readonly ask?: undefined; readonly earlier: AskItem | undefined };

/** Their own ask that the milestone answers, or that of whoever was asked after them; never another party's. */
async function askFor(
  services: Answering,
  { current, sender }: Received,
  record: RequestRecord,
  milestone: Milestone,
): Promise<Found> {
  const rules = await rulesIn(services, current.town, record);
  const reached = record.asks.filter((ask) => isReachedBy(record, rules, ask, milestone));
  const own = reached.find(({ to }) => to.who === 'staff' && to.staff === sender.staff?.id);
  const place = { town: record.town, of: 'request', subject: record.id } as const;
  const earlier = own ? [] : await earlierOf(services, sender.asks, record.id);
  const after = earlier.map((ask) => askInPlaceOf(record, ask)).find((ask) => ask && reached.includes(ask));
  const planned = own ?? after;
  const ask = planned && (await services.asks.find({ ...place, n: planned.n }));
  return ask ? { ask, isOwn: own !== undefined } : { earlier: earlier.at(-1) };
}

/** Their earlier ask about it, whole. */
async function earlierOf(
  { asks }: Answering,
  sent: readonly SendersAsk[],
  request: string,
): Promise<AskItem[]> {
  const own = sent.filter(({ subject, kind }) => subject === request && kind === 'report');
  const found = await Promise.all(own.map((ask) => asks.find({ ...ask, waitsFor: undefined })));
  return found.filter((ask) => ask !== undefined);
}

async function finished(
  services: Answering,
  { sender, current }: Received,
  ask: AskItem,
): Promise<Reply | undefined> {
  if (!ask.answer) return undefined;
  const subject = await loadSubject(services, ask);
  await finishAnswer(services, subject, ask, ask.answer);
  const answered = { kind: 'recorded', subject, milestone: ask.answer.milestone } as const;
  return replyAnswered(
    answered,
    { ask, option: 'done', note: ask.answer.note ?? '' },
    sender.language,
    current.town.settings,
  );
}

/** No ask of theirs waits for it: it counts all the same, and whoever works on the emergency hears it. */
async function noted(
  services: Answering,
  received: Received,
  record: RequestRecord,
  { earlier, ...said }: { option: 'done'; note: string; milestone: Milestone; earlier: AskItem | undefined },
): Promise<Reply> {
  const { current, text, sender } = received;
  const by = sender.staff?.id ?? '';
  await addRemark(services, current.town, record, { words: text.body, at: text.at, key: text.id, by });
  if (earlier) {
    const rules = await rulesIn(services, current.town, record);
    await reachMilestone(services, rules, record, earlier, { ...said, by, at: text.at });
  }
  return replyRemark(current.town, record, text.at);
}

/** "三组又着火了" is no news of the one that they were called to. */
const speaksOfAnother = (words: string): boolean =>
  /又|另|也有|还有|\banother\b|\balso\b|\bagain\b/.test(foldWords(words));

/** An option that was chosen by its digit or keyword says itself what is meant. */
const hasOtherMeaning = ({ match }: Received): boolean =>
  match.kind === 'command' ||
  match.kind === 'several' ||
  match.kind === 'not-done' ||
  ('option' in match && match.option !== 'done') ||
  (match.kind === 'answer' && match.heard !== true);

/** The emergencies to which somebody was called, and that are not over. */
async function emergenciesAmong(
  { requests }: Services<{ requests: 'read' }>,
  asks: readonly SendersAsk[],
): Promise<RequestRecord[]> {
  const reports = asks.filter(({ kind, of }) => kind === 'report' && of === 'request');
  const subjects = new Map(reports.map((ask) => [ask.subject, ask.town]));
  const found = await Promise.all([...subjects].map(([id, town]) => requests.load(town, id)));
  return found.filter((record) => isUrgent(record));
}
