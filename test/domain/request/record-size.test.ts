import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { YES_TO_ALL } from '../../../domain/asks/verdict.js';
import { MOST_WORK_PHOTOS } from '../../../domain/photos/limits.js';
import { addWorkPhoto, noWorkPhotos } from '../../../domain/photos/work-photos.js';
import { factsOf } from '../../../domain/request/facts.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { aRequest, nowhere } from './a-request.js';
import { caseTown, rulesFor, SURGERY } from './case-town.js';
import { Play } from './play.js';

/** Sizes from "DynamoDB item sizes and formats": a byte for two digits, 3 bytes for a list or a map, 1 for each entry. */
function sizeOf(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
  if (value.L !== undefined) return 3 + value.L.reduce((sum, one) => sum + 1 + sizeOf(one), 0);
  return value.M === undefined ? 1 : 3 + membersOf(value.M);
}

const membersOf = (members: Record<string, AttributeValue>): number =>
  Object.entries(members).reduce((sum, [name, one]) => sum + name.length + 1 + sizeOf(one), 0);

/** As DynamoDB counts an item: names and text in UTF-8 bytes. */
const itemSize = (record: object): number => membersOf(marshall(record, { removeUndefinedValues: true }));

/** Sixty characters, about what fits into the answer to a text. */
const WORDS =
  '因为配件需要从外地调货，预计下周三上午送到后马上安排人员上门处理，请居民耐心等待，谢谢配合与理解。';

const WORDS_FOR_ALL = `1 2 3 4 ${WORDS}`;

function climb(play: Play, rungs = 2): void {
  for (const { n } of play.record.asks) {
    for (let rung = 0; rung < rungs; rung += 1) {
      const ask = play.record.asks.find((one) => one.n === n) ?? play.record.asks.at(-1);
      if (ask) play.silent(ask);
    }
  }
}

/** Early enough in the year that reopening twice ends within it: the next year's holidays may not be known yet. */
const FEBRUARY = Date.parse('2026-02-02T09:00:00+08:00');

/** Every document that is missing, brought after two reminders; asked for again, which a leader allows. */
function bringTwice(play: Play): void {
  const asked = () => {
    const [first] = play.record.asks;
    if (!first) throw new Error('nobody is asked');
    return first;
  };
  const owed = () => play.record.asks.find(({ to }) => to.who === 'resident') ?? asked();
  play
    .answer('documents', WORDS_FOR_ALL, asked())
    .silent(owed())
    .silent(owed())
    .answer('brought', WORDS, owed());
  play.answer('documents', WORDS_FOR_ALL, asked());
  const leader = play.record.asks.find(({ kind }) => kind === 'sign-off') ?? asked();
  play.answer('allow', WORDS, leader).silent(owed()).answer('brought', WORDS, owed());
}

/**
 * Two transfers, four stages of two steps each climbed, one extension, documents asked for twice, reopened twice, with words
 * wherever there can be.
 */
function longestStory(): Play {
  const [, approvals] = SURGERY.stages;
  const stages = [0, 1, 2, 3].flatMap((i) =>
    approvals
      ? {
          ...approvals,
          id: `a-stage-with-a-name-${i}`,
          steps: approvals.steps.map((step) => ({ ...step, id: `${step.id}-${i}` })),
        }
      : [],
  );
  const documents = ['identity-card', 'household-register', 'diagnosis', 'proof-of-income'].map((id) => ({
    id,
    name: { 'zh-CN': id, en: id },
  }));
  const rules = { ...rulesFor('surgery', caseTown()), programme: { ...SURGERY, documents, stages } };
  const play = new Play(aRequest({ category: 'surgery', language: 'zh-CN', at: FEBRUARY }), rules);
  play.at = FEBRUARY;
  play.act({ action: 'assign', at: play.at });
  play.silent().answer('transfer', '2').silent().answer('transfer', '3').silent().answer('accept', WORDS);
  const [first] = play.record.asks;
  if (first) play.answer('extend', WORDS, first);
  bringTwice(play);
  while (play.record.status === 'coordinating') {
    climb(play);
    for (const ask of play.record.asks) play.answer('done', WORDS, ask);
  }
  const no = { contacted: true, solved: false, satisfied: false };
  play.judge(no, WORDS).silent().answer('accept', WORDS).silent().answer('done', WORDS);
  return play.judge(no, WORDS).silent().answer('done', WORDS).judge(YES_TO_ALL, WORDS);
}

/** Two deadlines that moved on with a pause, and one after each reopening: a yellow and a red card for each. */
function withCards(record: RequestRecord): RequestRecord {
  const cards = [1, 2, 3, 4].flatMap((n) => {
    const [due, at, to] = [FEBRUARY + n * 86_400_000, FEBRUARY + n * 86_400_000 + 1, 'water-company-1'];
    const card = { at, due, to };
    return [
      { ...card, type: 'yellow-card' as const },
      { ...card, type: 'red-card' as const },
    ];
  });
  return { ...record, timeline: [...record.timeline, ...cards] };
}

describe('the record of the longest story', () => {
  it('stays under 8.5 KB', () => {
    const play = longestStory();
    expect(play.record).toMatchObject({ closedAs: 'satisfied', transfers: 2, dissatisfied: 2 });
    expect(play.types.filter((type) => type === 'silent').length).toBeGreaterThan(12);
    expect(itemSize({ ...play.record, facts: factsOf(play.record) })).toBeLessThan(8.5 * 1024);
  });

  it('stays under 9.5 KB with every card it can be given', () => {
    const record = withCards(longestStory().record);
    expect(itemSize({ ...record, facts: factsOf(record) })).toBeLessThan(9.5 * 1024);
  });

  it('does not grow while the last rung is silent', () => {
    const play = Play.begin(nowhere('gas-leak'), rulesFor('gas-leak'));
    play.answer('done', 'on the way', play.open('gas'));
    for (let rung = 0; rung < 10; rung += 1) play.silent();
    const size = itemSize(play.record);
    for (let rung = 0; rung < 500; rung += 1) play.silent();
    expect(itemSize(play.record)).toBeLessThan(size + 50);
  });
});

it('the item that names all the photos of what was done stays under 1 KB', () => {
  const photos = Array.from({ length: MOST_WORK_PHOTOS }, (_, n) => ({
    id: `N_oR2OGJchEbrj${String(n).padStart(2, '0')}`,
    at: FEBRUARY,
    ask: n,
    by: 'construction-office-1',
  }));
  const all = photos.reduce(addWorkPhoto, noWorkPhotos('sanhehu', '7Q3K9M2X'));
  expect(all.photos).toHaveLength(MOST_WORK_PHOTOS);
  expect(itemSize(all)).toBeLessThan(1024);
});
