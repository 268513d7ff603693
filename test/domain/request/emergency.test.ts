import { milestoneReached } from '../../../domain/request/milestones.js';
import { milestoneIn } from '../../../domain/request/read-milestone.js';
import type { Milestone, Programme, StageStep } from '../../../domain/town/schema.js';
import { mustStay } from '../../../domain/request/withdraw-request.js';
import { aRequest } from './a-request.js';
import { caseTown, GAS, rulesFor } from './case-town.js';
import { Play } from './play.js';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const step = (id: string, by: StageStep['by'], milestone: Milestone): StageStep => ({
  id,
  name: both(id),
  by,
  asks: 'report',
  within: { minutes: 5 },
  milestone,
});
const stage = (id: string, ...steps: StageStep[]) => ({ id, name: both(id), steps, tell: [] });
const CREW = { department: 'gas' };

/** Out, there, safe, restored: the head and the company at first, then the company. */
const ALARM: Programme = {
  ...GAS,
  stages: [
    stage('alert', step('head-out', 'grid-head', 'on-the-way'), step('crew-out', CREW, 'on-the-way')),
    stage('site', step('head-there', 'grid-head', 'on-site'), step('crew-there', CREW, 'on-site')),
    stage('clear', step('clear', CREW, 'safe')),
    stage('supply', step('supply', CREW, 'restored')),
  ],
};

const alarm = (programme: Programme = ALARM): Play =>
  Play.begin(aRequest({ category: 'gas-leak' }), { ...rulesFor('gas-leak'), programme });

/** Ends what an answer settled beside its own ask, as the adapters do. */
function endSettled(play: Play): Play {
  const done = new Set(play.record.coordination?.done);
  for (const ask of play.record.asks)
    if (done.has(`${ask.stage}/${ask.step}`))
      play.settle(ask, { option: 'superseded', by: 'system', at: play.at });
  return play;
}

describe('whoever cannot come to an emergency', () => {
  it.each([
    ['the head of the grid', 'a1', 'b1'],
    ['the company', 'gas', 'd1'],
  ])(
    'is not the end of it: after %s the next is called at once, and the duty leader told',
    (_who, first, next) => {
      const play = alarm();
      play.answer('decline', 'in hospital', play.open(first));
      expect(play.asked).toContain(next);
      expect(play.asked).toHaveLength(2);
      expect(play.record.coordination?.refused).toBeUndefined();
      expect(play.record.timeline.at(-1)).toMatchObject({
        type: 'declined',
        by: first,
        to: next,
        note: 'in hospital',
      });
      expect(play.lastTold).toMatchObject({ text: 'told-declined' });
    },
  );

  it('may not refuse, nor put it off where nothing can be put off', () => {
    expect(alarm().open('a1').options).toEqual(['done', 'decline']);
  });

  it('counts as unable to come where an older text let them refuse', () => {
    const play = alarm();
    play.answer('refuse', 'not ours', play.open('gas'));
    expect([play.asked.includes('d1'), play.record.outcome]).toEqual([true, undefined]);
  });

  it('on the last rung is asked on: there is nobody else', () => {
    const play = alarm();
    const headOut = () => play.record.asks.find(({ step: id }) => id === 'head-out');
    for (let ask = headOut(); ask?.options.includes('decline'); ask = headOut())
      play.answer('decline', 'away', ask);
    expect(headOut()).toMatchObject({ options: ['done'], to: { last: true } });
  });
});

describe('milestones of an emergency', () => {
  it('come in any order: whoever is on site was on the way, and is asked for neither', () => {
    const play = alarm();
    play.answer('done', '到现场了', play.open('a1'));
    expect(play.record.coordination?.done).toEqual(['0/head-out', '1/head-there']);
    expect(play.types).toContain('on-site');
    expect(play.asked).toEqual(['gas']);
  });

  it('that say that it is safe end what everybody else was called for', () => {
    const play = endSettled(alarm().answer('done', '阀门关了，险情排除', alarm().open('gas')));
    expect(play.record.timeline.find(({ type }) => type === 'safe')).toMatchObject({ by: 'gas' });
    expect(play.record.asks.map(({ step: id }) => id)).toEqual(['supply']);
  });

  it('are those of whoever reached them first', () => {
    const play = alarm();
    play.answer('done', '出发了', play.open('gas')).later(60_000);
    play.answer('done', '出发了', play.open('a1'));
    expect(play.record.timeline.filter(({ type }) => type === 'on-the-way')).toMatchObject([{ by: 'gas' }]);
  });

  it('are reached anew where the alarm is raised a second time', () => {
    const town = caseTown({ programmes: [ALARM] });
    const play = Play.begin(aRequest({ category: 'gas-leak' }, town), rulesFor('gas-leak', town));
    for (const staff of ['gas', 'a1']) play.answer('done', '阀门关了，险情排除', play.open(staff));
    play.correct({ danger: 'none', path: 'coordinated' }).correct({ danger: 'open-hole' });
    expect(play.record).toMatchObject({ path: 'emergency', status: 'coordinating' });
    play.answer('done', '已排除', play.open('gas'));
    expect(play.types.filter((type) => type === 'safe')).toHaveLength(2);
  });

  it.each([
    ['出发了', 'on-the-way'],
    ['在路上 五分钟到', 'on-the-way'],
    ['已到现场', 'on-site'],
    ['阀门关了', 'safe'],
    ['险情已排除，居民已疏散', 'safe'],
    ['已恢复供气', 'restored'],
    ['on my way', 'on-the-way'],
    ['we have arrived', 'on-site'],
    ['gas shut off, made safe', 'safe'],
    ['supply restored', 'restored'],
    ['好的马上去关阀', 'on-the-way'],
    ['正在排除险情', undefined],
    ['险情无法排除', undefined],
    ['阀门关不上，快派人', undefined],
    ['居民来电了，说漏气更厉害了', undefined],
    ['火还没有完全扑灭', undefined],
    ['我在外地赶不回来', undefined],
    ['路上堵死了', undefined],
    ['the fire is not under control', undefined],
    ["I'll be back on site in 10 minutes", undefined],
    ['还没排除', undefined],
    ['not safe yet', undefined],
    ['已排除，一人烧伤，快叫救护车', undefined],
    ['made safe. one man has burns, ambulance needed', undefined],
    ['on site, one man has burns', 'on-site'],
    ['made safe, nobody hurt', 'safe'],
    ['好的', undefined],
  ])('are read in "%s": %s', (words, milestone) => {
    expect(milestoneIn(words)).toBe(milestone);
  });
});

it('an emergency is not withdrawn while somebody may be in danger', () => {
  expect(mustStay(alarm().record)).toBe(true);
  expect(mustStay(aRequest({ category: 'street-light' }))).toBe(false);
});

describe('an emergency that complains about staff', () => {
  it('passes over the team of its grid on every ladder, whatever else they are', () => {
    const desk = caseTown().departments.map((one) =>
      one.id === 'duty-desk' ? { ...one, contacts: ['c1', ...one.contacts] } : one,
    );
    const town = caseTown({ departments: desk });
    const record = aRequest({ category: 'gas-leak', confidential: { about: [] } }, town);
    const play = Play.begin(record, rulesFor('gas-leak', town));
    expect(play.asked).toEqual(['d1', 'gas']);
  });
});

describe('how far an answer says that somebody is', () => {
  const rules = { ...rulesFor('gas-leak'), programme: ALARM };
  const called = { ...aRequest({ category: 'gas-leak' }), path: 'emergency' as const };

  it.each<[string, Milestone | undefined, { stage?: number; step?: string }]>([
    ['what its step says', 'on-site', { stage: 1, step: 'head-there' }],
    ['nothing where it is of no step', undefined, {}],
  ])('is %s', (_, far, ask) => {
    expect(milestoneReached(called, rules, ask, { option: 'done' })).toBe(far);
  });

  it('is nothing of an ask about the place, also where the town gave up the category meanwhile', () => {
    const without = { ...rules, town: { ...rules.town, categories: [] } };
    expect(milestoneReached(called, without, {}, { option: 'place' })).toBeUndefined();
  });
});
