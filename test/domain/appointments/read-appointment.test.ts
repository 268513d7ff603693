import { momentText, readWritten, writtenMoment } from '../../../domain/appointments/moment.js';
import { type Doubt, readAppointment } from '../../../domain/appointments/read-appointment.js';
import type { Language } from '../../../domain/words/language.js';

/** A Monday, ten in the morning. */
const NOW = Date.parse('2026-08-24T10:00:00+08:00');

const read = (words: string, language: Language, now = NOW) =>
  readAppointment(words, { now, timeZone: 'Asia/Shanghai', language, daysAhead: 366 });

/** The date as it is echoed, and the words that stand beside it. */
function echo(words: string, language: Language): [string, string] | undefined {
  const said = read(words, language);
  return said.sure ? [momentText(said.moment, language), said.words] : undefined;
}

describe('dates in Chinese', () => {
  it.each([
    ['后天上午8点半，空腹', '8月26日（周三）上午8:30', '空腹'],
    ['下周二上午', '9月1日（周二）上午', ''],
    ['9月3日', '9月3日（周四）', ''],
    ['9月3号上午9点，带身份证和户口本', '9月3日（周四）上午9:00', '带身份证和户口本'],
    ['明天下午三点半', '8月25日（周二）下午3:30', ''],
    ['大后天', '8月27日（周四）', ''],
    ['三天后上午', '8月27日（周四）上午', ''],
    ['明早8点', '8月25日（周二）上午8:00', ''],
    ['后天早8点', '8月26日（周三）上午8:00', ''],
    ['后天晚上7点', '8月26日（周三）晚上7:00', ''],
    ['明天中午12点', '8月25日（周二）中午12:00', ''],
    ['明天中午', '8月25日（周二）中午12:00', ''],
    ['后天14:30', '8月26日（周三）下午2:30', ''],
    ['后天下午1:30', '8月26日（周三）下午1:30', ''],
    ['后天3点', '8月26日（周三）下午3:00', ''],
    ['8月26日8:30', '8月26日（周三）上午8:30', ''],
    ['８月２６日８：３０', '8月26日（周三）上午8:30', ''],
    ['8月26日（周三）上午8:30', '8月26日（周三）上午8:30', ''],
    ['周三 8月26日 上午9点', '8月26日（周三）上午9:00', ''],
    ['26号上午八点半', '8月26日（周三）上午8:30', ''],
    ['二十八日下午两点', '8月28日（周五）下午2:00', ''],
    ['12号下午', '9月12日（周六）下午', ''],
    ['下个月5号', '9月5日（周六）', ''],
    ['下月3日', '9月3日（周四）', ''],
    ['九月三日上午九点', '9月3日（周四）上午9:00', ''],
    ['十月一日', '10月1日（周四）', ''],
    ['2026年9月3日 8:30', '9月3日（周四）上午8:30', ''],
    ['1月5日上午', '1月5日（周二）上午', ''],
    ['明年1月5日', '1月5日（周二）', ''],
    ['9/3 8:30', '9月3日（周四）上午8:30', ''],
    ['9.3上午', '9月3日（周四）上午', ''],
    ['08-26 8:30', '8月26日（周三）上午8:30', ''],
    ['本周五下午', '8月28日（周五）下午', ''],
    ['周五上午9点', '8月28日（周五）上午9:00', ''],
    ['约在周四上午吧', '8月27日（周四）上午', ''],
    ['星期天下午2点', '8月30日（周日）下午2:00', ''],
    ['下礼拜三早上8点', '9月2日（周三）上午8:00', ''],
    ['下下周一上午十点一刻', '9月7日（周一）上午10:15', ''],
    ['下周二（9月1日）上午9:00', '9月1日（周二）上午9:00', ''],
    ['后天8点到9点', '8月26日（周三）上午8:00', ''],
    ['后天8-10点', '8月26日（周三）上午8:00', ''],
    ['改到9月5日上午9点', '9月5日（周六）上午9:00', ''],
    ['9月3日改到9月5日上午9点', '9月5日（周六）上午9:00', ''],
    [`${'，'.repeat(400)}9月5日上午9点`, '9月5日（周六）上午9:00', ''],
    [`${'改到 '.repeat(200)}9月5日上午9点`, '9月5日（周六）上午9:00', ''],
    ['手术时间定在9月1日上午8点，前一天晚上10点后禁食', '9月1日（周二）上午8:00', '前一天晚上10点后禁食'],
    ['病人后天上午8点半来，空腹', '8月26日（周三）上午8:30', '空腹'],
  ])('%s', (words, when, besides) => {
    expect(echo(words, 'zh-CN')).toEqual([when, besides]);
  });
});

describe('dates in English', () => {
  it.each([
    ['next Tue 8:30', 'Tue 1 Sep, 8:30', ''],
    ['Wed 26 Aug, 8:30', 'Wed 26 Aug, 8:30', ''],
    ['26 Aug 8:30am fasting', 'Wed 26 Aug, 8:30', 'fasting'],
    ['Thursday 27 August 2026, 14:30, bring your ID card', 'Thu 27 Aug, 14:30', 'bring your ID card'],
    ['tomorrow morning', 'Tue 25 Aug, morning', ''],
    ['Friday morning, fasting', 'Fri 28 Aug, morning', 'fasting'],
    ['this Friday afternoon', 'Fri 28 Aug, afternoon', ''],
    ['Friday at noon', 'Fri 28 Aug, 12:00', ''],
    ['3 September', 'Thu 3 Sep', ''],
    ['Sept 3rd at 9', 'Thu 3 Sep, 9:00', ''],
    ['3 Sept at 3', 'Thu 3 Sep, 15:00', ''],
    ['the day after tomorrow 8.30am', 'Wed 26 Aug, 8:30', ''],
    ['in 3 days', 'Thu 27 Aug', ''],
    ['5/9 9am', 'Sat 5 Sep, 9:00', ''],
    ['half past eight tomorrow', 'Tue 25 Aug, 8:30', ''],
    ['tomorrow half 8', 'Tue 25 Aug, 8:30', ''],
    ['quarter to nine on Friday', 'Fri 28 Aug, 8:45', ''],
    ['the 26th, 8.30', 'Wed 26 Aug, 8:30', ''],
    ['on the 5th at 9', 'Sat 5 Sep, 9:00', ''],
    ['12 Sept 2pm, bring 2 photos', 'Sat 12 Sep, 14:00', 'bring 2 photos'],
    ['9am to 10am tomorrow', 'Tue 25 Aug, 9:00', ''],
    ['move it to 5 Sept 9am', 'Sat 5 Sep, 9:00', ''],
    ['Moved from 3 Sept to 5 Sept, 9am', 'Sat 5 Sep, 9:00', ''],
    [`${'move it '.repeat(60)}to 5 Sept 9am`, 'Sat 5 Sep, 9:00', ''],
    ['2026-09-03 08:30', 'Thu 3 Sep, 8:30', ''],
  ])('%s', (words, when, besides) => {
    expect(echo(words, 'en')).toEqual([when, besides]);
  });
});

describe('what is not sure is asked back, with the likely date where there is one', () => {
  it.each<[string, Language, Doubt, string | undefined]>([
    ['下周吧', 'zh-CN', 'vague', undefined],
    ['月底', 'zh-CN', 'vague', undefined],
    ['农历七月十五', 'zh-CN', 'vague', undefined],
    ['周一下午3点', 'zh-CN', 'vague', '8月24日（周一）下午3:00'],
    ['周三 8月25日', 'zh-CN', 'weekday', '8月25日（周二）'],
    ['下周二（9月2日）上午', 'zh-CN', 'weekday', '9月2日（周三）上午'],
    ['9月3号或者9月5号', 'zh-CN', 'several', '9月3日（周四）'],
    ['9月3日—5日', 'zh-CN', 'several', '9月3日（周四）'],
    ['上午8点半', 'zh-CN', 'no-day', '8月25日（周二）上午8:30'],
    ['下午三点半', 'zh-CN', 'no-day', '8月24日（周一）下午3:30'],
    ['等通知', 'zh-CN', 'no-day', undefined],
    ['2月30日', 'zh-CN', 'no-day', undefined],
    ['后天7点', 'zh-CN', 'time', '8月26日（周三）上午7:00'],
    ['8月20日', 'zh-CN', 'past', undefined],
    ['今天上午9点', 'zh-CN', 'past', undefined],
    ['2028年9月3日', 'zh-CN', 'far', undefined],
    ['可能9月3号', 'zh-CN', 'words', '9月3日（周四）'],
    ['9月3日之前', 'zh-CN', 'words', '9月3日（周四）'],
    ['8月26日不行', 'zh-CN', 'words', '8月26日（周三）'],
    ['next week', 'en', 'vague', undefined],
    ['Monday 3pm', 'en', 'vague', 'Mon 24 Aug, 15:00'],
    ['Wed 25 Aug 9am', 'en', 'weekday', 'Tue 25 Aug, 9:00'],
    ['Tuesday 25 Aug or Wednesday 26 Aug', 'en', 'several', 'Tue 25 Aug'],
    ['8:30', 'en', 'no-day', 'Tue 25 Aug, 8:30'],
    ['3 Sept at 7', 'en', 'time', 'Thu 3 Sep, 7:00'],
    ['20 August', 'en', 'past', undefined],
    ['3 Sept 2028', 'en', 'far', undefined],
    ['not before 3 Sept', 'en', 'words', 'Thu 3 Sep'],
  ])('%s (%s): %s', (words, language, why, likely) => {
    const said = read(words, language);
    if (said.sure) throw new Error(`read as ${momentText(said.moment, language)}`);
    expect([said.why, said.likely && momentText(said.likely, language)]).toEqual([why, likely]);
  });

  it('keeps what is to be done of it, without the doubt', () => {
    expect(read('可能9月3号，空腹', 'zh-CN')).toMatchObject({ sure: false, words: '空腹' });
  });
});

it('reads a date on the calendar of the town, whose day may have begun before that of the server', () => {
  const late = Date.parse('2026-08-24T00:30:00+08:00');
  expect(read('明天', 'zh-CN', late)).toMatchObject({ moment: { date: '2026-08-25' } });
  expect(read('tomorrow 9am', 'en', late)).toMatchObject({ moment: { date: '2026-08-25', time: '09:00' } });
});

it.each([
  [{ date: '2026-08-26', time: '08:30' }, '空腹'],
  [{ date: '2026-08-26', half: 'morning' as const }, ''],
  [{ date: '2026-08-26' }, 'bring 2 photos'],
])('a moment that was asked back is read as it was meant: %j', (moment, words) => {
  const written = writtenMoment(moment, words);
  expect(readWritten(written)).toEqual({ moment, words });
  expect(read(written, 'en')).toEqual({ sure: true, moment, words });
});
