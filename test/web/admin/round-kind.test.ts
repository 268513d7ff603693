import { readKind } from '../../../web/admin/work/round-kind.js';

describe('the rounds that are listed', () => {
  it.each([
    ['those that the address names', '?kind=visit-round', ['inspector'], 'visit-round'],
    ['for an inspector first the inspections', '', ['inspector'], 'monthly-inspection'],
    ['for anybody else first the daily closes', '', ['leader'], 'daily-close'],
    ['the same where the address names none that there is', '?kind=toString', ['leader'], 'daily-close'],
  ] as const)('%s', (_what, search, roles, kind) => {
    expect(readKind(search, roles)).toBe(kind);
  });
});
