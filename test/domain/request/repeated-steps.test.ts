import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
import { type Step, takeStep } from '../../../domain/request/take-step.js';
import { caseTown, rulesFor, SURGERY } from './case-town.js';
import { aRequest } from './a-request.js';
import { Play } from './play.js';

const name = { 'zh-CN': '审批', en: 'approval' };
/** Six are asked side by side. */
const SIX = {
  ...SURGERY,
  stages: [
    {
      id: 'approvals',
      name,
      tell: [],
      steps: [1, 2, 3, 4, 5, 6].map((n) => ({
        id: `approve-${n}`,
        name,
        by: { department: 'water' },
        asks: 'approval' as const,
        within: { workingDays: 3 },
      })),
    },
  ],
};

describe('a step that is taken again', () => {
  it('after five others of its stage decides what it decided, and writes and tells nothing new', () => {
    const rules = { ...rulesFor('surgery', caseTown({ programmes: [SIX] })), programme: SIX };
    const play = Play.begin(aRequest({ category: 'surgery' }), rules).answer('accept');
    const [first, ...others] = play.record.asks;
    if (!first || others.length !== 5) throw new Error('not six are asked');
    const answered = ({ n }: PlannedAsk): Step => ({
      action: 'answered',
      ask: n,
      answer: { option: 'done', by: 'w1', at: play.at },
      at: play.at,
    });
    const taken = takeStep(play.record, rules, answered(first));
    const record = others.reduce((now, ask) => takeStep(now, rules, answered(ask)).record, taken.record);
    expect(takeStep(record, rules, answered(first))).toEqual({
      record,
      notices: taken.notices,
      next: taken.next,
      key: taken.key,
      repeated: true,
    });
  });
});
