import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INBOUND_AT_ONCE, LIMITS, REPORTS_A_SECOND } from '../../domain/capacity/limits.js';
import { AREAS, busyHour, SAME_DAY } from '../../domain/capacity/request-use.js';
import { capacityTables } from '../../tools/capacity/capacity-tables.js';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const page = read('docs/capacity.md');

describe('the page about capacity', () => {
  it.each(Object.entries(AREAS))('has the tables of %s as they are computed now', (_name, area) => {
    expect(page).toContain(capacityTables({ area, storm: 10, language: 'en', markdown: true }));
  });

  it('names the source of every limit', () => {
    expect(LIMITS.filter(({ source }) => !page.includes(source))).toEqual([]);
  });

  it('says which calls a second a storm of a province is', () => {
    const calls = ((busyHour(AREAS.province) * 10) / 3600) * SAME_DAY.calls;
    expect(page).toContain(`is ${Math.round(calls / 10) * 10} a second`);
  });
});

describe('what capacity is computed from', () => {
  it('are the meters that the page about operations tells', () => {
    const operations = read('docs/operations.md');
    const { transitions, writeUnits, readUnits } = SAME_DAY;
    expect(operations).toContain(`takes ${transitions} state transitions`);
    expect(operations).toMatch(new RegExp(`writes ${writeUnits} units and reads ${readUnits}`));
  });

  it('are the limits that the stack sets', () => {
    expect(read('infra/door-limits.ts')).toContain(`sending: { rate: ${REPORTS_A_SECOND},`);
    expect(read('infra/inbound-sms.ts')).toContain(`maxConcurrency: ${INBOUND_AT_ONCE},`);
  });
});
