import { recordIntake } from '../../../domain/request/record-intake.js';
import { recordClarified } from '../../../domain/request/record-clarified.js';
import { matterOf } from '../../../domain/request/matter-of.js';
import { programmeIdOf } from '../../../domain/request/programme-of.js';
import { readWords } from '../../../domain/reading/read-words.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { sampleTown } from '../../towns/sample-town.js';
import { aRequest, MONDAY_9_AM } from './a-request.js';
import { rulesFor } from './case-town.js';
import { Play } from './play.js';

const town = sampleTown();

/** A request as it came by text. */
function texted(words: string, changes: Partial<RequestRecord> = {}): Play {
  const matter = matterOf(town, readWords(town, words), {});
  const { id, resident, trackingKey, submission } = aRequest();
  const record = recordIntake(town, {
    ...matter,
    id,
    resident,
    trackingKey,
    submission,
    at: MONDAY_9_AM,
    channel: 'sms',
    language: 'zh-CN',
    townVersion: 1,
  });
  const whole = { ...record, ...changes };
  const programme = town.programmes.find((one) => one.id === programmeIdOf(town, whole));
  return Play.begin(whole, { town, programme });
}

const asked = (play: Play) => play.open().question;

describe('what a text leaves open', () => {
  it('is asked of its sender, and not of the duty desk', () => {
    const play = texted('路灯坏了');
    expect(play.open()).toMatchObject({
      kind: 'clarify',
      to: { who: 'resident' },
      until: play.at + 20 * 60_000,
    });
    expect(asked(play)).toEqual({ about: 'place', choices: [] });
  });

  it('is used when it is answered: village and group in one sentence', () => {
    const play = texted('路灯坏了').answer('said', '郭楼3组那边');
    expect(play.record).toMatchObject({ status: 'assigned', village: 'guojialou', group: 3 });
    expect(play.texts('resident')).toEqual(['receipt']);
  });

  it('the village is asked with its candidates, and one is chosen by its number', () => {
    const play = texted('王庄路灯不亮');
    expect(asked(play)?.choices).toHaveLength(2);
    const [, second] = asked(play)?.choices ?? [];
    expect(play.answer('said', '2').record.village).toBe(second);
  });

  it('the group is asked where the village is known and has several grids', () => {
    const play = texted('朱口村路灯坏了');
    expect(asked(play)).toEqual({ about: 'group', choices: [] });
    expect(play.answer('said', '五组').record).toMatchObject({ village: 'zhukou', group: 5, grid: 52 });
  });

  it('is asked twice at most; then the duty desk is asked', () => {
    const play = texted('路灯坏了').answer('said', '不知道').answer('said', '就是那里');
    expect(play.open()).toMatchObject({ kind: 'placement', to: { who: 'staff' } });
    expect(play.texts('resident')).toEqual(['receipt-unplaced']);
  });

  it('that nobody answers within the time goes to the duty desk, once', () => {
    const play = texted('路灯坏了').silent();
    expect(play.open()).toMatchObject({ kind: 'placement' });
    expect(play.types).toContain('silent');
  });

  it('is asked of nobody where a cadre filed it: the cadre owns it', () => {
    expect(texted('路灯坏了', { channel: 'cadre' }).open().kind).toBe('placement');
  });

  it('which may be about what was reported before, is asked as that: on a yes the two are one, on anything else it stands by itself', () => {
    const perhaps = { unsure: { same: '7Q3K9M2X' }, village: 'zhukou', group: 5, grid: 52 } as const;
    const play = texted('路灯坏了', perhaps);
    expect(asked(play)).toEqual({ about: 'same', choices: ['7Q3K9M2X'] });
    expect(play.answer('said', '1').record).toMatchObject({ joinedTo: '7Q3K9M2X' });
    expect(play.texts('resident')).toEqual(['joined']);
    expect(texted('路灯坏了', perhaps).answer('said', '2').record).toMatchObject({ status: 'assigned' });
  });

  it('a withdrawal ends the question', () => {
    expect(texted('路灯坏了').withdraw().record.closedAs).toBe('withdrawn');
  });
});

describe('a danger that is not sure', () => {
  const possible = { danger: { kind: 'gas', sure: false } } as const;
  it('is asked back, and the duty desk is told in the same moment', () => {
    const play = texted('朱口村5组路灯有点怪', possible);
    expect(asked(play)).toEqual({ about: 'danger', choices: [] });
    expect(play.texts({ staff: 'duty-desk-1' })).toEqual(['told-danger-possible']);
  });

  it.each(['1', '有', '是的 快来', 'yes'])('is an emergency when its sender answers "%s"', (yes) => {
    const play = texted('朱口村5组路灯有点怪', possible).answer('said', yes);
    expect(play.record).toMatchObject({ path: 'emergency', danger: { sure: true } });
    expect(play.texts('resident')).toContain('receipt-emergency');
  });

  it.each(['2', '没有', '不是', 'no'])('is none when its sender answers "%s"', (no) => {
    const play = texted('朱口村5组路灯有点怪', possible).answer('said', no);
    expect(play.record.path).not.toBe('emergency');
    expect(play.types).toContain('no-danger');
  });

  it('goes on as one where an earlier version recorded the answer and read it nowhere', () => {
    const { record, rules, at } = texted('朱口村5组路灯有点怪', possible);
    const [ask] = record.asks;
    if (!ask) throw new Error('nobody is asked');
    const unread = { option: 'said', by: 'resident', note: '没有', at } as const;
    const decision = recordClarified(record, rules, ask, unread);
    expect(decision.record).toMatchObject({ path: 'emergency', danger: { sure: true } });
  });

  it('is asked about before the place is', () => {
    const play = texted('路灯有点怪味', possible);
    expect(asked(play)?.about).toBe('danger');
    expect(asked(play.answer('said', '2'))?.about).toBe('place');
  });
});

describe('an emergency', () => {
  it('of a category without one of its own runs the town\u2019s programme: head, desk and provider side by side', () => {
    const play = texted('朱口村5组电线掉地上了冒火花');
    expect(play.record.asks.map(({ step }) => step)).toEqual(['head-alert', 'desk-alert', 'crew-alert']);
    expect(play.asked).toContain('power-supply-1');
    expect(play.texts({ staff: 'duty-leader-1' })).toEqual(['told-emergency']);
  });

  it('without a provider is the head\u2019s and the desk\u2019s, and the head ends it', () => {
    const play = texted('朱口村5组麦茬着火了快烧到房子了');
    expect(play.record.asks.map(({ step }) => step)).toEqual(['head-alert', 'desk-alert']);
    for (const ask of play.record.asks) play.answer('done', '出发', ask);
    for (const ask of play.record.asks) play.answer('done', '到了', ask);
    expect(play.open()).toMatchObject({ step: 'remove-hazard', to: { staff: 'g52-a' } });
  });

  it('that nobody can place begins at once: the desk finds out where, once, beside the provider', () => {
    const play = texted('电线掉地上了 冒火花');
    expect(play.record.asks.map(({ kind, step }) => [kind, step])).toEqual([
      ['placement', 'head-alert'],
      ['report', 'crew-alert'],
    ]);
  });
});

describe('what it looked like before its sender said what it is', () => {
  it('is of the category that it was taken for, and is not offered any more', () => {
    const record = aRequest({
      category: 'other',
      channel: 'sms',
      unsure: { categories: ['gas-leak', 'street-light'] },
    });
    const play = Play.begin(record, rulesFor('gas-leak'), { duplicateOf: '2ABCDEFG' }).answer('said', '1');
    expect(play.record).toMatchObject({ category: 'gas-leak', path: 'emergency' });
    expect(play.record.asks.filter(({ options }) => options.includes('same'))).toEqual([]);
  });
});
