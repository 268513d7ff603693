import { cardReport } from '../../../domain/cards/card-report.js';
import { supervisionOrder, warnedOf, withCard } from '../../../domain/cards/give-card.js';
import { describeEntry } from '../../../domain/request/describe-entry.js';
import { factsOf } from '../../../domain/request/facts.js';
import { takeTaskStep } from '../../../domain/task/take-task-step.js';
import { taskAskNotice } from '../../../domain/task/task-notices.js';
import { openTask, type TaskDraft } from '../../../domain/task/task-record.js';
import { aRequest, MONDAY_9_AM, nowhere } from '../request/a-request.js';
import { caseTown, rulesFor } from '../request/case-town.js';
import { Play } from '../request/play.js';
import { settings } from '../small-town.js';

const TOWN = caseTown();
const DUE = Date.parse('2026-08-25T17:30:00+08:00');
const light = () => Play.begin(aRequest(), rulesFor('street-light'));
const road = () => Play.begin(aRequest({ category: 'road' }), rulesFor('road')).answer('accept');
const order = ({ record }: Play) =>
  supervisionOrder(TOWN, { kind: 'red', request: factsOf(record), due: DUE });

describe('a yellow card', () => {
  it.each([
    ['whoever is asked to accept it', light, ['a1']],
    ['whoever silence reached', () => light().silent(), ['b1']],
    ["the department's person while it is theirs", road, ['w1']],
    ['the duty desk while it has no grid', () => Play.begin(nowhere(), rulesFor('street-light')), ['d1']],
  ])('warns %s', (_, played, warned) => {
    expect(warnedOf(factsOf(played().record))).toEqual(warned);
  });

  it('warns whoever works on it between two steps', () => {
    const facts = { ...factsOf(light().answer('accept').record), waits: { for: 'start' } as const };
    expect(warnedOf(facts)).toEqual(['a1']);
  });
});

describe('a supervision order', () => {
  it('is for the head of the grid, and names who is late', () => {
    expect(order(light().answer('accept'))).toMatchObject({
      purpose: `supervision/7Q3K9M2X/${DUE}`,
      kind: 'supervision',
      to: { ladder: 'grid', grid: 1 },
      grid: 1,
      responsible: 'a1',
      request: '7Q3K9M2X',
    });
  });

  it('names the department, though silence there has climbed since', () => {
    expect(order(road().silent()).responsible).toBe('water');
  });

  it('is for the duty desk where no grid was found', () => {
    const { to, responsible } = order(Play.begin(nowhere(), rulesFor('street-light')));
    expect(to).toEqual({ ladder: 'department', department: 'duty-desk' });
    expect(responsible).toBe('d1');
  });

  it.each([
    ['a person', light().answer('accept'), 'Sample a1'],
    ['a department', road(), 'water'],
  ])('texts the name of %s, not that of the resident', (_, play, name) => {
    const { task } = takeTaskStep(openTask(order(play), '3ABCDEFG', DUE), TOWN, { action: 'begin', at: DUE });
    const [ask] = task.asks;
    if (!ask) throw new Error('nobody is asked');
    expect(taskAskNotice(task, TOWN, ask, 'K7QV')).toMatchObject({
      staff: 'a1',
      text: 'ask-supervision',
      values: { person: name, place: '东村1组' },
    });
  });

  const told = (draft: TaskDraft) => {
    const { task } = takeTaskStep(openTask(draft, '3ABCDEFG', DUE), TOWN, { action: 'begin', at: DUE });
    const [ask] = task.asks;
    if (!ask) throw new Error('nobody is asked');
    return taskAskNotice(task, TOWN, ask, 'K7QV')?.values;
  };

  it('leaves what was said to whoever sends it', () => {
    expect(told(order(light().answer('accept')))).not.toHaveProperty('words');
  });

  it('of what may be about staff tells nobody where it is or what was said', () => {
    const { record } = light().answer('accept');
    const request = { ...factsOf(record), about: ['b1'] };
    const secret = supervisionOrder(TOWN, { kind: 'red', request, due: DUE });
    expect(secret.place).toBeUndefined();
    expect(told(secret)).toMatchObject({ words: '', phone: '' });
  });

  it('stored before orders said whether they may be about staff tells nobody what was said', () => {
    const { confidential: _, place: __, ...before } = order(light().answer('accept'));
    expect(told(before)).toMatchObject({ words: '', phone: '' });
  });
});

describe('a card', () => {
  const card = { kind: 'red', due: DUE, at: DUE + 1, to: 'a1' } as const;

  it('stands in the timeline and in the facts', () => {
    const carded = withCard(light().record, card);
    if (!carded) throw new Error('no card was given');
    expect(factsOf(carded).cards).toEqual([{ kind: 'red', at: DUE + 1, due: DUE }]);
    const entry = carded.timeline.at(-1);
    if (!entry) throw new Error('it is not in the timeline');
    expect(describeEntry(entry, carded, rulesFor('street-light'), 'en')).toBe(
      'Red card: 25 Aug, 17:30 has passed, Sample a1 must answer for it',
    );
  });

  it('is given once, and not to what was closed meanwhile', () => {
    const carded = withCard(light().record, card);
    expect(withCard(carded ?? light().record, card)).toBeUndefined();
    expect(withCard(carded ?? light().record, { ...card, due: DUE + 5 })).toBeDefined();
    const closed = light().answer('accept').answer('done').answer('satisfied');
    expect(withCard(closed.record, card)).toBeUndefined();
  });

  it('is in the report of its day', () => {
    const [yellow, red] = [
      { kind: 'yellow', at: MONDAY_9_AM, due: DUE },
      { kind: 'red', at: MONDAY_9_AM + 2 * 86_400_000, due: DUE },
    ] as const;
    const facts = { ...factsOf(light().record), cards: [yellow, red] };
    expect(cardReport([facts], settings(), '2026-08-26')).toEqual({
      yellow: 0,
      red: 1,
      cards: [{ request: '7Q3K9M2X', kind: 'red', due: DUE }],
    });
  });
});
