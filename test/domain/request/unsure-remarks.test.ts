import { withEntry } from '../../../domain/request/decision.js';
import { isRemarked, remark } from '../../../domain/request/remark.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { entriesOf } from '../../../domain/request/timeline.js';
import { aRequest, MONDAY_9_AM } from './a-request.js';
import { rulesFor } from './case-town.js';

const rules = rulesFor('street-light');
const WORDS = '等零件';
const at = MONDAY_9_AM;

const remarked = (
  record: RequestRecord,
  words: string,
  key: string,
  unsure?: true,
  by = 'a1',
): RequestRecord => remark(record, rules, { words, at, by, key, unsure }).record;
const notes = (record: RequestRecord): string[] => entriesOf(record, 'remark').map(({ note }) => note);

describe('an answer with the words of a remark', () => {
  it.each([
    ['takes up the one whose sender was asked what they mean', true, []],
    ['leaves one that was made on purpose', undefined, [WORDS]],
  ] as const)('%s', (_, unsure, left) => {
    const before = remarked(aRequest(), WORDS, 'm1', unsure);
    const record = withEntry(before, { at, type: 'done', by: 'a1', note: WORDS });
    expect(notes(record)).toEqual(left);
    expect(isRemarked(record, 'm1')).toBe(left.length > 0);
  });
});

describe('what somebody was asked about', () => {
  it('gives way to what they say next of which they are asked, and to nothing else', () => {
    const first = remarked(aRequest(), '哪个村的', 'm1', true);
    expect(notes(remarked(first, '没看懂', 'm2', true))).toEqual(['没看懂']);
    expect(notes(remarked(first, '没看懂', 'm2'))).toEqual(['哪个村的', '没看懂']);
    expect(notes(remarked(first, '没看懂', 'm2', true, 'b1'))).toEqual(['哪个村的', '没看懂']);
  });

  it('stays once its sender answered', () => {
    const first = remarked(aRequest(), '哪个村的', 'm1', true);
    const answered = withEntry(first, { at, type: 'accepted', by: 'a1' });
    expect(notes(remarked(answered, '没看懂', 'm2', true))).toEqual(['哪个村的', '没看懂']);
  });

  it('leaves room for what its resident adds, however often it is said otherwise', () => {
    const many = Array.from({ length: 20 }, (_, n) => `说法${n}`);
    const record = many.reduce((so, words) => remarked(so, words, words, true), aRequest());
    expect(notes(remarked(record, '示例：又黑了', 'r1', undefined, 'resident'))).toEqual([
      '说法19',
      '示例：又黑了',
    ]);
  });
});
