import * as z from 'zod';
import { readAnswer } from '../../web/read-answer.js';

/** What a page of yesterday knows. */
const answer = z.strictObject({
  id: z.string(),
  state: z.enum(['open', 'closed']).optional(),
  place: z
    .strictObject({ name: z.string(), point: z.strictObject({ lat: z.number() }).optional() })
    .optional(),
  rows: z.array(z.strictObject({ kind: z.enum(['a', 'b']), count: z.number() })).default([]),
});

describe('a page of yesterday that a service of today answers', () => {
  it.each<[string, unknown, unknown]>([
    ['leaves out a field that it does not know', { id: 'x', colour: 1 }, { id: 'x', rows: [] }],
    [
      'leaves it out wherever it stands',
      { id: 'x', rows: [{ kind: 'a', count: 1, share: 2 }] },
      { id: 'x', rows: [{ kind: 'a', count: 1 }] },
    ],
    ['leaves out a word that it has no name for', { id: 'x', state: 'resting' }, { id: 'x', rows: [] }],
    [
      'leaves out the members of a list that it cannot read, and no other',
      { id: 'x', rows: [{ kind: 'c', count: 1 }, { kind: 'b', count: 2 }, { kind: 'a' }, 'row'] },
      { id: 'x', rows: [{ kind: 'b', count: 2 }] },
    ],
    [
      'leaves out the part that lacks what it needs, and keeps what holds the part',
      { id: 'x', place: { name: 'y', point: {} } },
      { id: 'x', place: { name: 'y' }, rows: [] },
    ],
    [
      'leaves out a part whose own name is missing',
      { id: 'x', place: { point: { lat: 1 } } },
      { id: 'x', rows: [] },
    ],
  ])('%s', (_title, said, read) => {
    expect(readAnswer(answer, said)).toEqual(read);
  });

  it.each([[{}], [{ rows: [] }], [[]], ['<html>'], [undefined], [null]])('reads nothing in %j', (said) => {
    expect(readAnswer(answer, said)).toBeUndefined();
  });

  it('leaves what it was given as it was', () => {
    const said = { id: 'x', colour: 1, rows: [{ kind: 'c', count: 1 }] };
    const before = JSON.stringify(said);
    readAnswer(answer, said);
    expect(JSON.stringify(said)).toBe(before);
  });
});
