import { forReader, inState, readBoardQuery, type Filter } from '../../../web/admin/requests/board-query.js';
import { withFilter } from '../../../web/admin/shell/filters.js';
import { STANDINGS } from '../../../domain/board/standings.js';
import { byStanding, chosenStanding, LOOK_OF } from '../../../web/admin/requests/standing-filter.js';
import { urgencyOf } from '../../../web/admin/requests/urgency.js';
import { isSameView, readViews, writeViews } from '../../../web/admin/requests/views.js';
import { memoryKeep } from '../memory-keep.js';

describe('the filters of the board', () => {
  it('are read from the address; what is no filter, or empty, is none', () => {
    expect(readBoardQuery('?grid=52&path=&town=elmford')).toEqual({ grid: '52' });
  });

  it('are set one by one, and dropped by an empty value', () => {
    const query = withFilter<Filter>({ grid: '52' }, 'path', 'petition');
    expect(query).toEqual({ grid: '52', path: 'petition' });
    expect(withFilter(query, 'grid', '')).toEqual({ path: 'petition' });
  });

  it('show complaints about staff to who may read them alone, whatever address others were sent', () => {
    const query = readBoardQuery('?complaints=yes&state=closed');
    expect(forReader(query, true)).toEqual({ complaints: 'yes', state: 'closed' });
    expect(forReader(query, false)).toEqual({ state: 'closed' });
    expect(inState(query, 'open')).toEqual({ complaints: 'yes' });
  });

  it('that mean nothing among closed requests go when one looks at these', () => {
    expect(inState({ due: 'overdue', order: 'newest', grid: '52' }, 'closed')).toEqual({
      state: 'closed',
      grid: '52',
    });
    expect(inState({ state: 'closed', from: '2026-10-01', grid: '52' }, 'open')).toEqual({ grid: '52' });
  });
});

describe('saved views', () => {
  it('are kept by town, and known again whatever the order of their filters', () => {
    const keep = memoryKeep();
    writeViews(keep, 'sanhehu', [{ name: 'late', query: { due: 'overdue', grid: '52' } }]);
    const [view] = readViews(keep, 'sanhehu');
    expect(view?.name).toBe('late');
    expect(isSameView(view?.query ?? {}, { grid: '52', due: 'overdue' })).toBe(true);
    expect(isSameView(view?.query ?? {}, { grid: '52' })).toBe(false);
    expect(readViews(keep, 'elmford')).toEqual([]);
  });

  it('that cannot be read are none', () => {
    const keep = memoryKeep();
    keep.write('console-views.sanhehu', 'broken');
    expect(readViews(keep, 'sanhehu')).toEqual([]);
  });
});

describe('the counts above the board', () => {
  test.each([
    ['what is in danger is a filter of its own', {}, 'danger', { standing: 'danger' }],
    ['what is late is the filter of deadlines', { grid: '52' }, 'overdue', { grid: '52', due: 'overdue' }],
    [
      'one takes the place of another',
      { due: 'today', standing: 'stuck' },
      'waiting',
      { standing: 'waiting' },
    ],
    ['pressed again it shows all', { grid: '52', due: 'overdue' }, 'overdue', { grid: '52' }],
    [
      'among closed ones it goes back to the open ones',
      { state: 'closed', to: '2026-10-01' },
      'stuck',
      { standing: 'stuck' },
    ],
  ] as const)('%s', (_what, query, standing, filtered) => {
    expect(byStanding(query, standing)).toEqual(filtered);
  });

  it('are red for what somebody must act on at once, and never for what waits for the resident', () => {
    const red = STANDINGS.filter((standing) => LOOK_OF[standing] === 'red');
    expect(red).toEqual(STANDINGS.slice(0, 3));
    expect(LOOK_OF.waiting).toBe('calm');
    expect(chosenStanding({ state: 'closed', standing: 'danger' })).toBeUndefined();
  });
});

describe('the colour of a deadline', () => {
  const now = Date.parse('2026-11-02T09:00:00+08:00');
  test.each([
    ['a passed one is overdue', '2026-11-02T00:59:00Z', undefined, 'overdue'],
    ["one of this day by the town's clock is due today", '2026-11-02T15:59:00Z', undefined, 'today'],
    ['one after midnight there is later', '2026-11-02T16:00:00Z', undefined, 'later'],
    ['a paused one is not late', '2026-11-01T00:00:00Z', '2026-10-31T00:00:00Z', 'paused'],
    ['none has none', undefined, undefined, 'none'],
  ])('%s', (_title, dueAt, pausedSince, urgency) => {
    expect(urgencyOf({ dueAt, pausedSince }, now, 'Asia/Shanghai')).toBe(urgency);
  });

  test.each(['confirmation', 'documents', 'first-report'] as const)(
    'one that has passed while it waits for %s is not late',
    (waitsFor) => {
      expect(urgencyOf({ dueAt: '2026-11-01T00:00:00Z', waitsFor }, now, 'Asia/Shanghai')).toBe('waiting');
    },
  );
});
