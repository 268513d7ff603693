import { factsOf } from '../../../domain/request/facts.js';
import { requestRecordSchema } from '../../../domain/request/record.js';
import { aRequest, MONDAY_9_AM, nowhere } from './a-request.js';
import { rulesFor } from './case-town.js';
import { Play } from './play.js';

const HOUR = 3_600_000;
const begin = (category = 'street-light') => Play.begin(aRequest({ category }), rulesFor(category));

describe('the facts of a request', () => {
  it('hold ids, moments and counts, nothing of who the resident is', () => {
    const play = begin().later(HOUR).answer('accept').later(HOUR).answer('done', 'new bulb');
    play.later(HOUR).answer('satisfied', 'thanks');
    expect(factsOf(play.record)).toEqual({
      id: '7Q3K9M2X',
      step: 'closure',
      category: 'street-light',
      path: 'same-day',
      channel: 'web',
      grid: 1,
      village: 'east-village',
      group: 1,
      createdAt: MONDAY_9_AM,
      respondBy: MONDAY_9_AM + 2 * HOUR,
      acceptedAt: MONDAY_9_AM + HOUR,
      dueAt: Date.parse('2026-08-24T17:30:00+08:00'),
      handledAt: MONDAY_9_AM + 2 * HOUR,
      handledAs: 'done',
      handleBy: Date.parse('2026-08-24T17:30:00+08:00'),
      closedAt: MONDAY_9_AM + 3 * HOUR,
      closedAs: 'satisfied',
      verdict: 'satisfied',
      verdicts: [{ at: play.at, satisfied: true }],
      dissatisfied: 0,
      silences: 0,
      transfers: 0,
      extensions: 0,
      owner: 'a1',
      handler: 'a1',
    });
  });

  it('keep the first outcome and the deadline that stood then when a request is reopened', () => {
    const play = begin().answer('accept').later(HOUR).answer('done');
    const first = factsOf(play.record);
    play.later(48 * HOUR).answer('unsatisfied', 'still dark');
    const reopened = factsOf(play.record);
    expect(reopened).toMatchObject({ verdict: 'unsatisfied', dissatisfied: 1 });
    expect(reopened.handledAt).toBe(first.handledAt);
    expect(reopened.handleBy).toBe(first.handleBy);
    expect(reopened.dueAt).toBeGreaterThan(first.dueAt ?? Infinity);
  });

  it('say by when an emergency had to be answered, though nobody is asked to accept it', () => {
    const play = begin('gas-leak');
    expect(factsOf(play.record)).toMatchObject({ respondBy: MONDAY_9_AM + 5 * 60_000, silences: 0 });
    play.silent(play.open('a1'));
    expect(factsOf(play.record)).toMatchObject({ silences: 1 });
    expect(factsOf(play.record).acceptedAt).toBeUndefined();
  });

  it('name no grid for what no rule could place', () => {
    const play = Play.begin(nowhere(), rulesFor('street-light'));
    expect(factsOf(play.record)).not.toHaveProperty('grid');
  });

  it('name aid where there was some', () => {
    expect(factsOf({ ...aRequest(), yuan: 800 }).yuan).toBe(800);
  });

  it('are no part of the record that steps read and write', () => {
    const record = aRequest();
    expect(requestRecordSchema.parse({ ...record, facts: factsOf(record) })).toEqual(record);
  });
});
