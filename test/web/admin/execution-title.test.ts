import { requestId } from '../../../domain/codes/request-id.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { executionTitle } from '../../../web/admin/executions/execution-title.js';

const ID = requestId(new Uint8Array([1, 2, 3, 4, 5, 6]));
const SHOWN = shownNumber(ID);

describe('what an execution is called', () => {
  test.each([
    ['by the number of its request', ID, SHOWN, SHOWN],
    ['with its round of a coordination', `${ID}-2`, `${SHOWN}, round 2`, `${SHOWN}（第2轮）`],
    ['with its run, where it was begun again', `${ID}-retry-2`, `${SHOWN}, run 2`, `${SHOWN}（第2次执行）`],
    ['with both', `${ID}-1-retry-3`, `${SHOWN}, round 1, run 3`, `${SHOWN}（第1轮）（第3次执行）`],
    ['by the day of its round', 'three-lakes-2026-08-24', 'Mon, 24 Aug 2026', '2026年8月24日周一'],
    ['by its name, where it has no other', 'T3K9M2XA', 'T3K9M2XA', 'T3K9M2XA'],
  ])('is said as people say it: %s', (_what, name, english, chinese) => {
    expect(executionTitle(name, 'en')).toBe(english);
    expect(executionTitle(name, 'zh-CN')).toBe(chinese);
  });
});
