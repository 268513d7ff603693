import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import { deadline } from '../../../domain/deadlines/deadline.js';
import { putTaskLate } from '../../../domain/task/put-late-task.js';
import { takeTaskStep } from '../../../domain/task/take-task-step.js';
import { MONDAY_9_AM } from '../request/a-request.js';
import { caseTown } from '../request/case-town.js';
import { aTask } from './task-play.js';

const DAY = 86_400_000;
const town = caseTown();

/** A review that is asked about four days after it was planned to be. */
function late() {
  const { task } = takeTaskStep(aTask({ kind: 'review' }), town, { action: 'begin', at: MONDAY_9_AM });
  const [ask] = task.asks;
  if (!ask) throw new Error('nobody is asked');
  const at = MONDAY_9_AM + 4 * DAY;
  return { ask, at, before: task, task: putTaskLate(task, town, ask.n, at) };
}

describe('an ask of a task that could not be put when it was planned', () => {
  it('is open, and its task due, as long as the town gives, from when it is put', () => {
    const { ask, at, task } = late();
    const until = deadline(at, town.settings.tasks.review, town.settings);
    expect(ask.until).toBeLessThan(at);
    expect(plannedAsk(task, ask.n)).toEqual({ ...ask, askedAt: at, until, late: true });
    expect(task.dueAt).toBe(until);
    expect(putTaskLate(task, town, ask.n, at + 30_000)).toBe(task);
  });

  it('counts as silent when its own time is over, and not when the wait for it is', () => {
    const { ask, at, task } = late();
    const until = plannedAsk(task, ask.n)?.until ?? 0;
    const early = takeTaskStep(task, town, { action: 'silent', ask: ask.n, at: at + 60_000 });
    expect(early.next).toEqual({
      to: 'review',
      ask: { n: ask.n, timeoutSeconds: (until - at - 60_000) / 1000 },
    });
    const over = takeTaskStep(early.task, town, { action: 'silent', ask: ask.n, at: until });
    expect(over.task.asks.map(({ n }) => n)).toEqual([ask.n + 1]);
  });
});
