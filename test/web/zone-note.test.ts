import { dateTimeText } from '../../contracts/pages/times.js';
import { zoneNote } from '../../contracts/pages/zone-note.js';

const SUMMER = Date.parse('2026-08-24T09:00:00Z');
const WINTER = Date.parse('2026-12-24T09:00:00Z');

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a page', () => {
  it("says times by the town's clock, whatever the device's", () => {
    // Whether a comma follows the weekday is the browser's matter.
    expect(dateTimeText(SUMMER, 'en', 'Europe/Dublin')).toMatch(/^Mon,? 24 Aug, 10:00$/);
    expect(dateTimeText(SUMMER, 'zh-CN', 'Asia/Shanghai')).toBe('8月24日周一 17:00');
  });

  it.each([
    ['the same zone', 'Europe/Dublin', 'Europe/Dublin', SUMMER],
    ['another zone that shows the same time', 'Europe/Dublin', 'Europe/London', SUMMER],
    ['a zone that shows the same time in winter', 'Europe/Dublin', 'UTC', WINTER],
    ['no town known yet', undefined, 'UTC', SUMMER],
  ])('says nothing of it on a device in %s', (_, town, device, at) => {
    expect(zoneNote(town, at, 'en', device)).toBeUndefined();
  });

  it('says it on a phone of 2020, whose browser names no offsets', () => {
    const Known = Intl.DateTimeFormat;
    jest.spyOn(Intl, 'DateTimeFormat').mockImplementation((locale, options) => {
      if (options?.timeZoneName !== undefined && !['short', 'long'].includes(options.timeZoneName))
        throw new RangeError('out of range for Intl.DateTimeFormat options property timeZoneName');
      return new Known(locale, options);
    });
    expect(zoneNote('Asia/Shanghai', SUMMER, 'en', 'Asia/Kolkata')).toContain(
      '(GMT+8); this device is on GMT+5:30',
    );
    expect(zoneNote('Asia/Shanghai', SUMMER, 'en', 'America/St_Johns')).toContain('GMT-2:30');
  });

  it("says times by the device's clock where that knows no such zone, as an older one does of a name that is new", () => {
    expect(dateTimeText(SUMMER, 'en', 'Europe/Newname')).toBe(dateTimeText(SUMMER, 'en', undefined));
    expect(zoneNote('Europe/Newname', SUMMER, 'en', 'UTC')).toBeUndefined();
  });

  it('says so on a device whose clock shows another time then', () => {
    expect(zoneNote('Europe/Dublin', SUMMER, 'en', 'UTC')).toBe(
      'Times are the town\u2019s (GMT+1); this device is on GMT.',
    );
    expect(zoneNote('Asia/Shanghai', SUMMER, 'zh-CN', 'America/New_York')).toBe(
      '所列时间为本镇时间（GMT+8），本设备为 GMT-4。',
    );
  });
});
