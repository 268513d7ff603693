import { closeDay } from '../../../domain/daily-close/close-day.js';
import { digestsOf } from '../../../domain/daily-close/digests.js';
import { waitingText } from '../../../domain/daily-close/wait-words.js';
import type { RequestFacts } from '../../../domain/request/facts.js';
import type { Supervisor, Town } from '../../../domain/town/schema.js';
import { town } from '../small-town.js';

const DAY = { date: '2026-08-25', from: 1000, to: 2000 };
const both = (text: string) => ({ 'zh-CN': text, en: text });

const request = (grid: number | undefined, changes: Partial<RequestFacts> = {}): RequestFacts => ({
  id: '7Q3K9M2X',
  step: 'coordination',
  category: 'street-light',
  path: 'same-day',
  channel: 'web',
  grid,
  createdAt: 1500,
  dissatisfied: 0,
  silences: 0,
  transfers: 0,
  extensions: 0,
  waits: { for: 'grid' },
  ...changes,
});
const OLD = { createdAt: 100, dueAt: 5000 };
const LATE = { createdAt: 100, dueAt: 1200 };

const supervises = (staff: string, village: string): Supervisor => ({ staff, role: 'leader', village });
const tell = (requests: RequestFacts[], changes: Partial<Town> = {}) =>
  digestsOf(town(changes), closeDay(requests, DAY));
const told = (requests: RequestFacts[], changes: Partial<Town> = {}) =>
  tell(requests, changes).map(({ of }) => of);

describe('a day is told', () => {
  it('to the head of each grid with something new or late, and to the leaders', () => {
    expect(told([request(1), request(2, OLD), request(3, LATE)])).toEqual(['1', '3', 'town-leader']);
  });

  it('to nobody when nothing is new and nothing is late', () => {
    expect(told([request(1, OLD), request(2, OLD)])).toEqual([]);
  });

  it('to the duty desk of what lies in no grid', () => {
    expect(tell([request(undefined)])[0]).toMatchObject({
      of: '0',
      to: { ladder: 'department', department: 'duty-desk' },
    });
  });

  it('to whoever supervises a village, of its grids alone', () => {
    const supervisors = [supervises('l1', 'east-village'), supervises('w1', 'north-village')];
    const digests = tell([request(1), request(2), request(3, OLD)], { supervisors });
    expect(digests.find(({ of }) => of === 'l1')?.counts).toMatchObject({ reported: 2, carriedOver: 2 });
    expect(digests.find(({ of }) => of === 'w1')).toBeUndefined();
  });

  it('to whoever supervises several villages in one text', () => {
    const supervisors = [supervises('w1', 'east-village'), supervises('w1', 'north-village')];
    const [digest, ...others] = tell([request(1), request(3)], { supervisors }).filter(
      ({ of }) => of === 'w1',
    );
    expect(others).toEqual([]);
    expect(digest).toMatchObject({ counts: { reported: 2 }, place: { en: 'East Village +1' } });
  });

  it('to no supervisor who is on leave', () => {
    const supervisors = [supervises('w1', 'east-village')];
    const leave = [{ staff: 'w1', from: '2026-08-25', to: '2026-08-25' }];
    expect(told([request(1)], { supervisors, leave })).toEqual(['1', 'town-leader']);
  });
});

describe('what is late', () => {
  it('is named by request to the head, and by grid to the leaders, most first', () => {
    const [, second, leader] = tell([
      request(1, LATE),
      request(3, LATE),
      request(3, { ...LATE, id: '58E6G3B6' }),
    ]);
    expect(second?.late).toEqual(both('58E6-G3B6 7Q3K-9M2X'));
    expect(leader?.late).toEqual({ 'zh-CN': '3号2 1号1', en: 'G3:2 G1:1' });
  });
});

describe('what is carried over', () => {
  it('is worded by its reason, most first', () => {
    expect(waitingText({ waiting: { department: 1, confirmation: 2 } }, 'zh-CN')).toBe('待评价2 部门办1');
    expect(waitingText({ waiting: { department: 1, confirmation: 2 } }, 'en')).toBe('resident 2 dept 1');
    expect(waitingText({ waiting: {} }, 'en')).toBe('none');
  });
});
