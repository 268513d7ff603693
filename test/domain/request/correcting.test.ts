import { comingAppointment } from '../../../domain/request/appointment.js';
import { ASK_KIND_NAMES } from '../../../domain/asks/ask-names.js';
import { takeStep } from '../../../domain/request/take-step.js';
import { correctRequest } from '../../../domain/request/correct-request.js';
import { mayCorrectAnswer, whyNotCorrected } from '../../../domain/request/why-not-corrected.js';
import { deadline } from '../../../domain/deadlines/deadline.js';
import { describeEntry } from '../../../domain/request/describe-entry.js';
import { type Correction, withReason } from '../../../domain/request/correction.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { readMachine, statesOf, waitsForAnswer } from '../../workflows/machine.js';
import { aRequest, MONDAY_9_AM, nowhere } from './a-request.js';
import { caseTown, rulesFor, SURGERY } from './case-town.js';
import { Play } from './play.js';
import { begin, booking, inLine, missing, WAITING, WAITS, WEDNESDAY } from './waiting-requests.js';

const HOUR = 3_600_000;
const correction = (changes: Partial<Correction>): Correction => ({
  by: 'd1',
  reason: 'read wrongly',
  at: MONDAY_9_AM + HOUR,
  ...changes,
});

const anew = (play: Pick<Play, 'record' | 'rules'>, changes: Partial<Correction>): RequestRecord =>
  correctRequest(play.record, play.rules, correction(changes));

/** What is asked of tasks that stand by themselves, and of no request. */
const OF_TASKS = ['follow-up', 'check', 'call', 'rectification', 're-check', 'supervision', 'review'];

describe('the states in which a request waits', () => {
  it('are all in the table, with everything that is asked in them', () => {
    const defined = ['resident-request', 'coordination'].flatMap((machine) =>
      statesOf(readMachine(machine)).flatMap(({ name, state }) => (waitsForAnswer(state) ? [name] : [])),
    );
    expect(Object.keys(WAITS).toSorted()).toEqual(defined.toSorted());
    const kinds = ASK_KIND_NAMES.filter((kind) => !OF_TASKS.includes(kind)).toSorted();
    expect(Object.values(WAITS).flat().toSorted()).toEqual(kinds);
    expect(new Set(WAITING.map(([what]) => what.split(' ')[0]))).toEqual(new Set(kinds));
  });
});

const CORRECTIONS = [
  ['road', { category: 'road' }],
  ['gas', { category: 'gas-leak' }],
  ['place', { place: { grid: 2 } }],
  ['owner', { owner: 'a2' }],
] as const;

const asked = ({ record }: Play): string => {
  const kinds = [...new Set(record.asks.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const people = record.asks.filter((ask) => ask.kind === kind);
      return [kind, ...people.map(({ to }) => (to.who === 'staff' ? to.staff : to.who))].join(' ');
    })
    .join(' + ');
};

/** How often each of the staff heard of a correction, an ask that was put to them counted. */
function heard(play: Play, told: number, askCount: number): Map<string, number> {
  const asks = play.record.asks.filter(({ n }) => n > askCount);
  const people = [
    ...play.told.slice(told).flatMap(({ to }) => (to === 'resident' ? [] : [to.staff])),
    ...play.released,
    ...asks.flatMap(({ to }) => (to.who === 'staff' ? [to.staff] : [])),
  ];
  return new Map(people.map((one) => [one, people.filter((other) => other === one).length]));
}

describe.each(WAITING)('a request that waits for %s', (kind, stood, then) => {
  it.each(CORRECTIONS)(
    'goes on right once its %s is corrected, and everybody hears of it once',
    (what, changes) => {
      const play = stood();
      expect(play.record.asks.map((ask) => ask.kind)).toContain(kind.split(' ')[0]);
      const { told, record } = play;
      const [before, askCount] = [told.length, record.askCount];
      const [why] = whyNot(play, changes);
      if (!why) play.later(HOUR).correct(changes);
      const isChanged = play.record !== record;
      expect(why ? `not ${why.why}` : isChanged ? asked(play) : 'same').toBe(then[what]);
      expect(play.record.corrected).toBeUndefined();
      expect(play.record.asks.some(({ corrected }) => corrected)).toBe(false);
      // Leaders hear that there is an emergency besides.
      const twice = [...heard(play, before, askCount)].filter(
        ([staff, times]) => staff !== 'l1' && times > 1,
      );
      expect(twice).toEqual([]);
      expect(play.told.slice(before).filter(({ to }) => to === 'resident').length).toBeLessThanOrEqual(1);
      expect(play.types.includes('corrected')).toBe(isChanged);
    },
  );
});

const said = (record: RequestRecord) => ({
  notices: record.timeline
    .filter(({ type }) => type === 'corrected')
    .map((entry) => describeEntry(entry, record, rulesFor('road'), 'en')),
});

describe('a correction', () => {
  it('says who corrected what, from what to what, and why, and erases nothing', () => {
    const play = begin().answer('accept');
    const before = play.record.timeline;
    play.correct({ category: 'road', reason: 'it is a pothole' });
    expect(play.record.timeline.slice(0, before.length)).toEqual(before);
    expect(said(play.record).notices).toEqual([
      'Sample d1 corrected the category from street-light to road: it is a pothole',
    ]);
  });

  it('counts the deadline anew from the report, not from the correction', () => {
    const play = begin()
      .later(5 * HOUR)
      .correct({ category: 'road' });
    const { settings } = play.rules.town;
    expect(play.record.dueAt).toBe(deadline(MONDAY_9_AM, settings.paths.coordinated.settleWithin, settings));
    expect(play.told.at(-1)).toMatchObject({ to: 'resident', text: 'corrected' });
  });

  it('without a reason says that none was given, until whoever made it says why', () => {
    const play = begin().correct({ category: 'road', reason: '' });
    expect(said(play.record).notices).toEqual([
      'Sample d1 corrected the category from street-light to road: no reason given',
    ]);
    const explained = withReason(play.record, { by: 'd1', reason: 'misread' });
    expect(said(explained).notices).toEqual([
      'Sample d1 corrected the category from street-light to road: misread',
    ]);
    expect(withReason(explained, { by: 'd1', reason: 'again' })).toBe(explained);
    expect(withReason(play.record, { by: 'a1', reason: 'not mine' })).toBe(play.record);
  });

  it('lets the clocks go on that stood still for documents', () => {
    const play = missing().later(48 * HOUR);
    play.correct({ category: 'road' });
    const { settings } = play.rules.town;
    expect(play.record.pauses).toMatchObject([{ to: play.at }]);
    expect(play.record.dueAt).toBeGreaterThan(
      deadline(MONDAY_9_AM, settings.paths.coordinated.settleWithin, settings),
    );
  });

  it('of what it is about calls off the appointment that was held for something else, and of where it is does not', () => {
    const coming = ({ record, rules, at }: Play) => comingAppointment(record, rules.town.settings, at);
    const road = booking().agree(WEDNESDAY).correct({ category: 'road' });
    expect(coming(road)).toBeUndefined();
    expect(road.told.findLast(({ text }) => text === 'corrected')?.values.changes).toContain(
      'the appointment is called off',
    );
    expect(
      coming(
        booking()
          .agree(WEDNESDAY)
          .correct({ place: { grid: 2 } }),
      )?.moment,
    ).toMatchObject({
      date: '2026-09-02',
    });
  });

  it('of a group within the same grid asks nobody anew', () => {
    const play = begin();
    const [open] = play.record.asks;
    play.correct({ place: { village: 'east-village', group: 2 } });
    expect(play.record.asks).toEqual([open]);
    expect(play.told.at(-1)).toMatchObject({ to: { staff: 'a1' }, text: 'told-corrected' });
  });

  it('that changes nothing changes nothing', () => {
    const { record, rules } = begin();
    expect(correctRequest(record, rules, correction({ category: 'street-light' }))).toBe(record);
  });

  it('leaves who filed it as the owner, wherever it turns out to belong', () => {
    const play = Play.begin(aRequest({ channel: 'cadre' }), rulesFor('street-light'), { filedBy: 'a1' });
    play.correct({ place: { grid: 2 } });
    expect(play.record.owner).toBe('a1');
    expect(asked(play)).toBe('acceptance a2');
  });

  it('of who works on it asks them at once', () => {
    expect(asked(begin().correct({ handler: 'b1' }))).toBe('outcome b1');
    expect(asked(begin('surgery').answer('accept').correct({ handler: 'b1' }))).toBe('application b1');
    expect(asked(begin().correct({ department: 'gas' }))).toBe('report gas');
    expect(asked(Play.begin(nowhere(), rulesFor('street-light')).correct({ handler: 'b2' }))).toBe(
      'acceptance b2',
    );
  });

  it('of an event that was reported before joins the two, and parts them again', () => {
    const play = begin().answer('accept').correct({ joined: '2ABCDEFG' });
    expect(asked(play)).toBe('joined request');
    play.correct({ joined: 'none' });
    expect(asked(play)).toBe('outcome a1');
  });
});

describe('a mistaken answer', () => {
  it('recorded as refused was meant as done: the resident is told, and asked anew', () => {
    const play = begin().answer('accept').answer('refuse', 'not ours').correct({ outcome: 'done' });
    expect(play.record.outcome).toEqual({ as: 'done' });
    play.act({ action: 'take-up', execution: '7Q3K9M2X-retry-2', at: play.at });
    expect(asked(play)).toBe('confirmation resident');
    expect(play.answer('satisfied').record.closedAs).toBe('satisfied');
  });

  it('of a department likewise', () => {
    const refused = begin('road').answer('accept').answer('refuse', 'no').answer('refuse', 'no');
    const play = refused.correct({ outcome: 'done' });
    play.act({ action: 'take-up', execution: '7Q3K9M2X-retry-2', at: play.at });
    expect(asked(play)).toBe('confirmation resident');
    expect(play.answer('satisfied').record.closedAs).toBe('satisfied');
  });

  it('of whoever approves was meant as yes: the programme goes on from there, and who has agreed is not asked again', () => {
    const play = begin('surgery').answer('accept').answer('done');
    play.answer('done', undefined, play.open('gas')).answer('refuse', 'not eligible', play.open('w1'));
    expect(play.record.closedAs).toBe('refused');
    play.correct({ outcome: 'done', by: 'w1' });
    expect(said(play.record).notices).toEqual([
      'Sample w1 corrected the outcome from refused to agreed to, goes on: read wrongly',
    ]);
    play.act({ action: 'take-up', execution: '7Q3K9M2X-retry-2', at: play.at });
    expect(asked(play)).toBe('appointment w1');
    expect(play.texts('resident').filter((text) => text === 'corrected')).toHaveLength(1);
  });

  it('of a step is of that step, whoever had the last word about it', () => {
    const ofOne = SURGERY.stages[1]?.steps.map(({ final: _last, ...step }) => ({
      ...step,
      by: { department: 'water' },
    }));
    const programmes = caseTown().programmes.map((one) =>
      one.id === 'surgery'
        ? {
            ...SURGERY,
            stages: SURGERY.stages.map((stage, i) => (i === 1 && ofOne ? { ...stage, steps: ofOne } : stage)),
          }
        : one,
    );
    const rules = rulesFor('surgery', caseTown({ programmes }));
    const play = Play.begin(aRequest({ category: 'surgery' }), rules)
      .answer('accept')
      .answer('done');
    const [one, other] = play.record.asks;
    play.answer('done', undefined, one);
    // Its owner says that it is refused indeed.
    play.answer('refuse', 'not eligible', other).answer('refuse', 'not eligible', play.open('a1'));
    expect(play.record.closedAs).toBe('refused');
    expect(play.record.coordination?.refused).toMatchObject({ by: 'a1', stage: 1, step: 'approve-gas' });
    play.correct({ outcome: 'done', by: 'a1' });
    expect(play.record.coordination?.done).toEqual(['0/apply', '1/approve-water', '1/approve-gas']);
  });

  it('of a programme whose step nobody noted is not taken for the end of all', () => {
    const play = begin('surgery').answer('accept').answer('done');
    play.answer('done', undefined, play.open('gas')).answer('refuse', 'not eligible', play.open('w1'));
    const { coordination } = play.record;
    expect(coordination?.refused).toBeDefined();
    const older = {
      rules: play.rules,
      record: {
        ...play.record,
        coordination: coordination && { ...coordination, refused: { by: 'w1', reason: 'not eligible' } },
      },
    };
    const why = (outcome: 'done' | 'not-done') =>
      whyNotCorrected(older.record, older.rules, correction({ outcome }));
    expect(why('done')).toEqual([{ field: 'outcome', why: 'which-step' }]);
    expect(why('not-done')).toEqual([]);
  });

  it('may be put right by whoever gave it, of that alone, as long as the resident may object', () => {
    const refused = begin('road').answer('accept').answer('refuse', 'no').answer('refuse', 'no');
    const { record, rules, at } = refused;
    const may = (staff: string, when = at) => mayCorrectAnswer(record, rules.town, staff, when);
    expect([may('a1'), may('w1'), may('a1', at + 31 * 24 * HOUR)]).toEqual([true, false, false]);
  });

  it('recorded as done was not done: whoever had it is asked again', () => {
    const grid = begin().answer('accept').answer('done').correct({ outcome: 'not-done' });
    expect(asked(grid)).toBe('outcome a1');
    const water = begin('road').answer('accept').answer('done').correct({ outcome: 'not-done' });
    expect(asked(water)).toBe('report w1');
  });

  it('of what is closed opens it where it was not done', () => {
    const closed = () => begin().answer('accept').answer('done').answer('satisfied');
    const refused = closed().correct({ outcome: 'refused' });
    expect(refused.record).toMatchObject({ status: 'closed', closedAs: 'refused' });
    const again = closed().correct({ outcome: 'not-done' });
    expect(again.record).toMatchObject({ status: 'accepted', corrected: { execution: '7Q3K9M2X-retry-2' } });
    expect(again.record.closedAs).toBeUndefined();
    again.act({ action: 'take-up', execution: '7Q3K9M2X-retry-2', at: again.at });
    expect(asked(again)).toBe('outcome a1');
    expect(again.answer('done').answer('satisfied').record.closedAs).toBe('satisfied');
  });
});

const whyNot = ({ record, rules }: Play, changes: Partial<Correction>, other?: RequestRecord) =>
  whyNotCorrected(record, rules, correction(changes), other);

describe('what cannot be corrected so', () => {
  const closed = () => begin().answer('accept').answer('done').answer('satisfied');
  const gas = () => begin('gas-leak');
  it.each<[string, () => Play, Partial<Correction>, string, string]>([
    ['nothing', begin, {}, '', 'nothing'],
    ['a category that the town does not have', begin, { category: 'ufo' }, 'category', 'category'],
    ['a place in no grid', begin, { place: { village: 'east-village' } }, 'place', 'place'],
    ['an owner who is nobody', begin, { owner: 'nobody' }, 'owner', 'staff'],
    ['an outcome before there is one', begin, { outcome: 'done' }, 'outcome', 'no-outcome'],
    ['the danger of a category of danger', gas, { danger: 'none' }, 'danger', 'own-danger'],
    ['an emergency, by the desk', gas, { category: 'road', danger: 'none' }, 'danger', 'stand-down'],
    ['an emergency that is not over, by its outcome', gas, { outcome: 'not-done' }, 'outcome', 'emergency'],
    ['who works on what is closed', closed, { handler: 'b1' }, 'handler', 'closed'],
    ['a danger of what is closed', closed, { danger: 'gas' }, 'danger', 'closed'],
    ['being joined to nothing', begin, { joined: '2ABCDEFG' }, 'joined', 'joined'],
  ])('%s is said by its field', (_what, stood, changes, field, why) => {
    expect(whyNot(stood(), changes)).toContainEqual({ field, why });
  });

  it('is who handles an emergency that complains about staff, where they may not hear of it', () => {
    const kept = aRequest({ category: 'gas-leak', confidential: { about: [] } });
    const complaint = Play.begin(kept, rulesFor('gas-leak'));
    expect(whyNot(complaint, { owner: 'a1', handler: 'a1' })).toEqual([
      { field: 'owner', why: 'hears' },
      { field: 'handler', why: 'hears' },
    ]);
    expect(whyNot(complaint, { owner: 'l1' })).toEqual([]);
  });

  it('is no emergency that a leader says is none', () => {
    const changes = { category: 'road', danger: 'none', by: 'l1' } as const;
    expect(whyNot(gas(), changes)).toEqual([]);
    expect(asked(gas().correct(changes))).toBe('acceptance a1');
  });

  it('is no emergency either where nobody has found out yet where it is: nobody is called to it any more', () => {
    const play = Play.begin(nowhere('gas-leak'), rulesFor('gas-leak'));
    expect(asked(play)).toBe('placement d1 + report gas');
    expect(asked(play.correct({ category: 'road', danger: 'none', by: 'l1' }))).toBe('placement d1');
    expect(play.open().stage).toBeUndefined();
  });

  it('is an emergency that would wait for something that is none', () => {
    expect(whyNot(gas(), { joined: 'X' }, { ...aRequest(), id: 'X' })).toContainEqual({
      field: 'joined',
      why: 'emergency',
    });
  });
});

describe('a request that is corrected between two steps of its workflow', () => {
  it('is decided on as it then stands, whatever the step reports', () => {
    const play = begin();
    const record = anew(play, { category: 'gas-leak' });
    const rules = rulesFor('gas-leak');
    const [ask] = play.record.asks;
    const steps = [
      { action: 'silent', ask: ask?.n ?? 0, at: play.at },
      {
        action: 'answered',
        ask: ask?.n ?? 0,
        answer: { option: 'accept', by: 'a1', at: play.at },
        at: play.at,
      },
    ] as const;
    for (const step of steps) {
      const { next, record: after } = takeStep(record, rules, step);
      expect(next.to).toBe('emergency');
      expect(after.corrected).toBeUndefined();
    }
  });

  it('leaves the coordination before it opens a stage', () => {
    const play = begin('road').answer('accept');
    const between = { rules: play.rules, record: { ...play.record, asks: [] } };
    const record = anew(between, { category: 'street-light' });
    const stage = takeStep({ ...record, answered: [] }, rulesFor('street-light'), {
      action: 'stage',
      round: 1,
      at: play.at,
    });
    expect(stage.next).toMatchObject({ to: 'ended', outcome: 'corrected', follows: { to: 'same-day' } });
    const back = takeStep(stage.record, rulesFor('street-light'), {
      action: 'coordinated',
      round: 1,
      outcome: 'corrected',
      at: play.at,
    });
    expect(back.next.to).toBe('same-day');
    expect(back.record.asks).toMatchObject([{ kind: 'outcome', to: { staff: 'a1' } }]);
  });

  it('is assigned as it then stands, where nobody has worked on it yet', () => {
    const found = aRequest();
    const record = correctRequest(found, rulesFor('street-light'), correction({ category: 'gas-leak' }));
    const first = takeStep(record, rulesFor('gas-leak'), { action: 'assign', at: MONDAY_9_AM });
    expect(first.next.to).toBe('emergency');
    expect(first.record.corrected).toBeUndefined();
  });

  it('gives up the place that it had of its programme', () => {
    const play = inLine();
    const record = anew(play, { category: 'road' });
    expect(record.left).toEqual(['surgery']);
    const { next } = takeStep(record, rulesFor('road'), {
      action: 'place',
      round: 1,
      waited: play.open().n,
      given: true,
      at: play.at,
    });
    expect(next).toMatchObject({ to: 'ended', outcome: 'corrected', place: true });
  });
});
