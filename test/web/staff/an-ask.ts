import { askAnswer } from '../../../contracts/staff/ask.js';
import { readAnswer } from '../../../web/read-answer.js';
import type { Ask } from '../../../web/staff/ask.js';

const NEEDS_WORDS = new Set(['transfer', 'extend', 'refuse', 'aid', 'session', 'failed']);

/** An ask as the service answers it. */
export function anAsk({
  kind = 'outcome',
  options = ['done', 'extend', 'transfer', 'refuse', 'aid'],
  ...rest
}: {
  readonly kind?: string;
  readonly options?: readonly string[];
  readonly [field: string]: unknown;
} = {}): Ask {
  const ask = readAnswer(askAnswer, {
    id: '7Q3K9M2X-2',
    kind,
    text: 'the text',
    asked: 'somebody',
    facts: [],
    mostPhotos: 0,
    aid: kind === 'outcome',
    options: options.map((option) => ({
      option,
      label: option,
      note: NEEDS_WORDS.has(option) ? 'required' : 'optional',
    })),
    until: '2026-08-24T03:00:00.000Z',
    ...rest,
  });
  if (!ask) throw new Error('this is no ask');
  return ask;
}
