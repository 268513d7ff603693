import { isOvertaken } from '../../../domain/rounds/begin-again.js';
import { ROUND_KINDS, type Round, type RoundKind } from '../../../domain/rounds/round.js';

const held = (kind: RoundKind, date: string): Round => ({
  town: 'small-town',
  kind,
  date,
  version: 1,
  report: {},
});

describe('a round that ended unfinished', () => {
  const date = '2026-08-24';

  it.each(ROUND_KINDS)('of the kind %s may be begun again until the next one was held', (kind) => {
    const own = held(kind, date);
    expect(isOvertaken({ kind, date }, { own: undefined, latest: undefined })).toBe(false);
    expect(isOvertaken({ kind, date }, { own: undefined, latest: held(kind, '2026-08-17') })).toBe(false);
    expect(isOvertaken({ kind, date }, { own, latest: own })).toBe(false);
    expect(isOvertaken({ kind, date }, { own: undefined, latest: held(kind, '2026-08-31') })).toBe(true);
  });

  it.each<[RoundKind, boolean]>([
    ['daily-close', true],
    ['deadline-cards', true],
    ['visit-round', true],
    ['weekly-inspection', false],
    ['monthly-inspection', false],
  ])('and had begun, of the kind %s, is overtaken by the next one: %j', (kind, overtaken) => {
    const rounds = { own: held(kind, date), latest: held(kind, '2026-08-31') };
    expect(isOvertaken({ kind, date }, rounds)).toBe(overtaken);
  });
});
