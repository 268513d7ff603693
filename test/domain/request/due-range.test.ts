import { dueRange } from '../../../domain/request/due-range.js';
import { settings as townSettings } from '../small-town.js';

const at = (text: string): number => Date.parse(text);
const settings = { ...townSettings(), timeZone: 'Asia/Shanghai', holidays: 'CN' as const };

describe('what is due', () => {
  const friday = at('2026-08-28T15:00:00+08:00');

  it('overdue ends with this moment', () => {
    expect(dueRange('overdue', friday, settings)).toEqual({ from: 0, to: friday + 1 });
  });

  it('today ends with the local day', () => {
    expect(dueRange('today', friday, settings)).toEqual({
      from: friday + 1,
      to: at('2026-08-29T00:00:00+08:00'),
    });
  });

  it('soon ends with the next working day, over a weekend', () => {
    expect(dueRange('soon', friday, settings)).toEqual({
      from: friday + 1,
      to: at('2026-09-01T00:00:00+08:00'),
    });
  });
});
