import { monthsToLookThrough, overBefore } from '../../../domain/personal-data/retention.js';
import { RETENTION, retentionSchema } from '../../../domain/town/retention-schema.js';

const DAY = 86_400_000;
const AT = Date.parse('2026-08-24T02:00:00+08:00');

it('what a town keeps is counted in days, and texts are kept for thirty at least', () => {
  const faults = (changes: object): string[] =>
    retentionSchema.safeParse({ ...RETENTION, ...changes }).error?.issues.map(({ path }) => path.join('.')) ??
    [];
  expect(faults({})).toEqual([]);
  expect(faults({ texts: { days: 29 } })).toEqual(['texts']);
  expect(faults({ requests: { workingDays: 30 } })).toEqual(['requests']);
  expect(faults({ files: { ...RETENTION.files, aid: { hours: 1 } } })).toEqual(['files.aid']);
});

it('each night looks at the latest two months that are over, and within ten nights at those of ten years', () => {
  const before = overBefore({ days: 30 }, AT);
  const nights = Array.from({ length: 10 }, (_, night) =>
    monthsToLookThrough(before, Math.floor(AT / DAY) + night),
  );
  for (const months of nights) {
    expect(months).toHaveLength(14);
    expect(months.slice(0, 2)).toEqual(['2026-07', '2026-06']);
  }
  const all = new Set(nights.flat());
  expect(all.size).toBe(122);
  expect(all.has('2016-07')).toBe(true);
});
