import { timelineTypeSchema } from '../../../contracts/resident/request.js';
import { describeEntry } from '../../../domain/request/describe-entry.js';
import { type FieldsOf, type TimelineEntry, type TimelineType } from '../../../domain/request/timeline.js';
import { requestView } from '../../../domain/request/request-view.js';
import { aRequest, MONDAY_9_AM } from './a-request.js';
import { rulesFor } from './case-town.js';
import { Play } from './play.js';

const rules = rulesFor('surgery');
const record = aRequest({ category: 'surgery' });
/** What an entry of these kinds never lacks. */
const NEEDED: Partial<Record<TimelineType, object>> = {
  closed: { as: 'no_answer' },
  corrected: { what: 'category', was: 'surgery', now: 'road' },
};
const bare = (type: TimelineType, said: FieldsOf<TimelineEntry> = {}) =>
  ({ at: MONDAY_9_AM, type, ...NEEDED[type], ...said }) as TimelineEntry;
const full = (type: TimelineType, said: FieldsOf<TimelineEntry> = {}): TimelineEntry =>
  bare(type, {
    by: 'a1',
    to: 'b1',
    step: 'apply',
    due: MONDAY_9_AM,
    other: '2ABCDEFG',
    yuan: 500,
    note: 'a note',
    ...said,
  });

describe.each(['zh-CN', 'en'] as const)('a line of the timeline in %s', (language) => {
  const readers = ['staff', 'resident'] as const;

  it.each(timelineTypeSchema.options)('of type %s is a sentence without gaps', (type) => {
    for (const reader of readers)
      for (const entry of [full(type), full(type, { note: undefined, step: undefined })]) {
        const line = describeEntry(entry, record, rules, language, reader);
        expect(line).not.toMatch(/[{}]|undefined|[:：，,]$|^[:：，,]| {2}/);
        expect(line).not.toBe('');
      }
  });

  it.each(timelineTypeSchema.options)('of type %s is in that language', (type) => {
    for (const reader of readers) {
      const line = describeEntry(bare(type), record, rules, language, reader);
      expect(/\p{Script=Han}/u.test(line)).toBe(language === 'zh-CN');
    }
  });

  it.each(timelineTypeSchema.options)('of type %s speaks to the resident, not of them', (type) => {
    const line = describeEntry(full(type, { by: 'resident' }), record, rules, language, 'resident');
    expect(line).not.toMatch(/居民|本人|the (?:resident|sender)/i);
  });
});

describe('a line of the timeline', () => {
  const line = ({ type = 'done', ...said }: FieldsOf<TimelineEntry>) =>
    describeEntry(bare(type, said), record, rules, 'en');

  it('names people and departments, and says how it was closed', () => {
    expect(line({ type: 'placed', to: 'water' })).toBe('Assigned to water');
    expect(line({ type: 'silent', by: 'a1', to: 'b1' })).toBe(
      'Sample a1 did not answer in time; Sample b1 was asked',
    );
    expect(line({ type: 'closed', as: 'no_answer' })).toBe('Closed: no answer');
    expect(line({ type: 'joined', other: '2ABCDEFG' })).toBe('The same event as 2ABC-DEFG; handled together');
  });

  it('leaves out what was not said', () => {
    expect(line({})).toBe('Done');
    expect(line({ note: 'mended' })).toBe('Done: mended');
    expect(line({ by: 'a1' })).toBe('Done by Sample a1');
  });

  it('keeps the words of a person as they wrote them, whatever they look like', () => {
    expect(line({ by: 'a1', note: 'costs $& {due}' })).toBe('Done by Sample a1: costs $& {due}');
  });
});

describe('what the resident sees', () => {
  const play = () => Play.begin(aRequest(), rulesFor('street-light'));

  it('is who owns it, by when, and what happened', () => {
    const view = requestView(play().record, rulesFor('street-light'), 'en');
    expect(view).toMatchObject({
      status: 'assigned',
      grid: 1,
      owner: 'Sample a1',
      dueAt: '2026-08-24T09:30:00.000Z',
      timeline: [{ type: 'received' }, { type: 'placed' }, { type: 'asked' }],
    });
    expect(view.ask).toBeUndefined();
  });

  it('is of a petition until when they hear whether it is taken up, and then until when it is settled', () => {
    const petition = Play.begin(aRequest({ category: 'petition' }), rulesFor('petition'));
    const stepOfIt = () => requestView(petition.record, petition.rules, 'en').nextStep;
    const takeUpBy = petition.record.petition?.takeUpBy ?? 0;
    expect(stepOfIt()).toEqual({
      name: 'You hear whether it is taken up',
      dueAt: new Date(takeUpBy).toISOString(),
    });
    petition.answer('accept', '来信 3户');
    expect(stepOfIt()).toBeUndefined();
  });

  it('is the question they are asked, until they took the request back', () => {
    const asked = play().answer('accept').answer('done');
    const view = requestView(asked.record, asked.rules, 'en');
    expect(view.ask).toEqual({
      id: `${asked.record.id}-${asked.open().n}`,
      text: 'It has been dealt with. How was it?',
      options: [
        { option: 'satisfied', label: 'all yes' },
        { option: 'unsatisfied', label: 'unsatisfied' },
      ],
      questions: ['contacted', 'solved', 'satisfied'],
    });
    expect(requestView({ ...asked.record, withdrawnAt: 1 }, asked.rules, 'en').ask).toBeUndefined();
  });

  it('holds nothing by which others could open or answer it', () => {
    const text = JSON.stringify(requestView(play().record, rulesFor('street-light'), 'zh-CN'));
    for (const secret of [record.trackingKey, record.resident, record.submission])
      expect(text).not.toContain(secret);
  });
});
