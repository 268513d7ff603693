import { executionUsage } from '../../../domain/costs/execution-usage.js';
import { requestBill, totalOf } from '../../../domain/costs/request-bill.js';
import { textParts } from '../../../domain/costs/text-parts.js';

const events = (...types: string[]) => types.map((type) => ({ type }));
const TASK = ['TaskStateEntered', 'TaskScheduled', 'TaskSucceeded', 'TaskStateExited'];

const usage = {
  executions: { transitions: 12, invocations: 8 },
  texts: { sent: 5, partsSent: 9, received: 3, partsReceived: 3 },
  writes: 7,
  recordBytes: 2500,
  asks: 3,
};
const PARTS = { out: 0.01, in: 0.001 };

describe('transitions', () => {
  it.each([
    ['each state entered', events(...TASK, 'ChoiceStateEntered', 'SucceedStateEntered'), 3],
    ['each retry', events('TaskStateEntered', 'TaskScheduled', 'TaskFailed', 'TaskScheduled'), 2],
    [
      'a redrive, with the work it schedules again, once',
      events('TaskStateEntered', 'TaskScheduled', 'TaskFailed', 'ExecutionRedriven', 'TaskScheduled'),
      2,
    ],
    ['nothing for what did not run', [], 0],
  ])('are billed for %s', (_title, history, transitions) => {
    expect(executionUsage(history).transitions).toBe(transitions);
  });
});

describe('the bill of a request', () => {
  it('counts an invocation for its intake and for each text received, beside those of the workflow', () => {
    const found = requestBill(usage, PARTS).find(({ what }) => what === 'invocations');
    expect(found).toMatchObject({ count: 8 + 1 + 3, estimated: true });
  });

  it('says which lines are counted: transitions and texts', () => {
    const counted = requestBill(usage, PARTS).filter(({ estimated }) => !estimated);
    expect(counted.map(({ what, count }) => [what, count])).toEqual([
      ['transitions', 12],
      ['texts-out', 9],
      ['texts-in', 3],
    ]);
  });

  it('adds up its lines, each the count times the price', () => {
    const lines = requestBill(usage, PARTS);
    for (const { count, price, amount } of lines) expect(amount).toBeCloseTo(count * (price ?? 0), 12);
    expect(totalOf(lines)).toBeCloseTo(12 * 0.000_025 + 9 * 0.01 + 3 * 0.001, 3);
  });

  it('counts texts without a price where the town does not say what it pays', () => {
    const lines = requestBill(usage, undefined);
    expect(lines.find(({ what }) => what === 'texts-out')).toMatchObject({ count: 9, price: undefined });
    expect(totalOf(lines)).toBeLessThan(0.001);
  });

  it('bills a long text in parts', () => {
    const texts = [
      { direction: 'out', body: '示'.repeat(71) },
      { direction: 'in', body: '1' },
    ] as const;
    expect(textParts(texts)).toEqual({ sent: 1, partsSent: 2, received: 1, partsReceived: 1 });
  });
});
