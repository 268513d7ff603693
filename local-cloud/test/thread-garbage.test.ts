import { getHeapStatistics } from 'node:v8';

const MEGABYTE = 1024 * 1024;
const BYTES_OF_A_PLACE = 8;
/** Milliseconds. */
const [AT_REST, BEFORE] = [2000, 1900];

let tidy: () => void;
let isIdle: boolean;
let before: number;

// It keeps the timers that are there when it is loaded, as a function may put others in their place.
let memory: typeof import('../lambda/own-memory.mjs');
beforeAll(async () => {
  jest.useFakeTimers();
  memory = await import('../lambda/own-memory.mjs');
});
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  const { closeHoles, tidier } = memory;
  isIdle = true;
  closeHoles();
  before = held();
  tidy = tidier(() => isIdle);
});
afterEach(() => jest.clearAllTimers());

/** A list of a megabyte, of which a copy is one piece of memory. */
const LIST = Array.from({ length: MEGABYTE / BYTES_OF_A_PLACE }, () => 0);

/** A call that leaves so many megabytes behind. */
function call(megabytes: number): void {
  for (let n = 0; n < megabytes; n += 1) LIST.slice();
  tidy();
}

const held = (): number => getHeapStatistics().used_heap_size;
const leftBehind = (): number => Math.max(0, Math.round((held() - before) / MEGABYTE));

describe('what calls leave behind in a thread', () => {
  it('is collected at once where it is much', () => {
    call(3);
    expect(leftBehind()).toBe(0);
  });

  it('is collected when no call has come for two seconds where it is little', () => {
    call(1);
    jest.advanceTimersByTime(BEFORE);
    call(0);
    jest.advanceTimersByTime(BEFORE);
    expect(leftBehind()).toBeGreaterThanOrEqual(1);
    jest.advanceTimersByTime(AT_REST - BEFORE);
    expect(leftBehind()).toBe(0);
  });

  it('stays while another call runs', () => {
    call(1);
    isIdle = false;
    jest.advanceTimersByTime(AT_REST);
    expect(leftBehind()).toBeGreaterThanOrEqual(1);
  });
});
