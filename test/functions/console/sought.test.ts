import type { WatchedExecution } from '../../../adapters/execution-watch.js';
import { type Asked, mayBeWanted } from '../../../functions/console/watch-executions/sought.js';
import { aRequest } from '../../domain/request/a-request.js';
import { begin } from '../../domain/request/waiting-requests.js';

const NAME = '7Q3K9M2X';
const WAITING = begin().record;
const BEGINNING = aRequest();

const wanted = (asked: Partial<Asked>, record = WAITING, status: WatchedExecution['status'] = 'RUNNING') =>
  mayBeWanted(
    asked as Asked,
    {
      machine: 'resident-request',
      execution: { name: NAME, status, startedAt: '2026-08-24T01:00:00.000Z', redrives: 0 },
    },
    record,
  );

describe('the history of an execution is read for', () => {
  it.each([
    ['a list without words, whatever its record waits for', wanted({}), true],
    ['words that its number holds', wanted({ text: '7q3k' }), true],
    ['words of an error, not where its record waits for a person', wanted({ text: 'TimeoutError' }), false],
    ['words of an error, where a step is under way', wanted({ text: 'TimeoutError' }, BEGINNING), true],
    ['words of an error, where it failed', wanted({ text: 'TimeoutError' }, WAITING, 'FAILED'), true],
    [
      'words of an error, not where it is done',
      wanted({ text: 'TimeoutError' }, WAITING, 'SUCCEEDED'),
      false,
    ],
    [
      'trouble, not where its number is looked for and it waits',
      wanted({ text: NAME, trouble: 'yes' }),
      false,
    ],
  ])('%s', (_title, found, expected) => {
    expect(found).toBe(expected);
  });
});
