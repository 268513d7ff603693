import { CALLERS, callersSchema, TEXT_SHARES } from '../../../domain/town/caller-schema.js';
import { checkTown } from '../../../domain/town-checks/check-town.js';
import { settingsSchema } from '../../../domain/town/schema.js';
import { sampleTown } from '../../towns/sample-town.js';

const town = sampleTown();

describe('a town that was stored before there were limits', () => {
  it('has those of the sample town, and no patterns of numbers', () => {
    const { callers: _callers, sms, ...before } = town.settings;
    const { serviceNumbers: _numbers, caps, ...restOfSms } = sms;
    const { shares: _shares, ...restOfCaps } = caps;
    const stored = { ...before, sms: { ...restOfSms, caps: restOfCaps } };
    const read = settingsSchema.parse(stored);
    expect(read.callers).toEqual(CALLERS);
    expect(read.sms.caps.shares).toEqual(TEXT_SHARES);
    expect(read.sms.serviceNumbers).toEqual([]);
  });
});

describe("the settings' limits", () => {
  it('give all kinds of texts together no more than there is', () => {
    const shares = { ...TEXT_SHARES, staff: 60 };
    const sms = { ...town.settings.sms, caps: { ...town.settings.sms.caps, shares } };
    const problems = checkTown({ ...town, settings: { ...town.settings, sms } });
    expect(problems).toMatchObject([{ path: ['settings', 'sms', 'caps', 'shares'] }]);
    expect(checkTown(town)).toEqual([]);
  });

  it.each([
    ['everybody as a trusted proxy', { ...CALLERS, trustedProxies: ['0.0.0.0/0'] }],
    ['no report at all', { ...CALLERS, reports: { ...CALLERS.reports, phone: { hour: 0, day: 5 } } }],
    ['a notice a minute', { ...CALLERS, tellEvery: 1 }],
  ])('refuse %s', (_, callers) => {
    expect(callersSchema.safeParse(callers).success).toBe(false);
  });

  it('refuse a pattern that is none', () => {
    const sms = { ...town.settings.sms, serviceNumbers: ['(+86'] };
    expect(settingsSchema.safeParse({ ...town.settings, sms }).success).toBe(false);
  });
});
