import * as z from 'zod';
import { SHORT_MONTHS } from '../calendar/local-date-time-text.js';
import { instantAt } from '../calendar/local-time.js';
import { weekday } from '../calendar/plain-dates.js';
import type { Language } from '../words/language.js';

export const HALVES = ['morning', 'afternoon', 'evening'] as const;
export type Half = (typeof HALVES)[number];

/** When somebody is to come, on the town's calendar: a day, with the time or the half of it where that was said. */
export const momentSchema = z.object({
  /** YYYY-MM-DD. */
  date: z.string(),
  /** HH:MM. */
  time: z.string().optional(),
  half: z.enum(HALVES).optional(),
});
export type Moment = z.infer<typeof momentSchema>;

/** A moment as it was agreed, and what else was said of it: to come fasting. */
export const agreedSchema = momentSchema.extend({ words: z.string() });
export type Agreed = z.infer<typeof agreedSchema>;

/** The hours that each half of a day stands for, where something must come before or after them. */
const SPAN: Readonly<Record<Half, readonly [from: string, to: string]>> = {
  morning: ['00:00', '12:00'],
  afternoon: ['12:00', '18:00'],
  evening: ['18:00', '23:59'],
};

/** The first instant (epoch ms) that may be meant. */
export const beginsAt = ({ date, time, half }: Moment, timeZone: string): number =>
  instantAt(date, time ?? (half ? SPAN[half][0] : '00:00'), timeZone);

/** The last. */
export const endsAt = ({ date, time, half }: Moment, timeZone: string): number =>
  instantAt(date, time ?? (half ? SPAN[half][1] : '23:59'), timeZone);

export const isSameMoment = (a: Moment, b: Moment): boolean =>
  a.date === b.date && a.time === b.time && a.half === b.half;

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const HALF_WORDS: Readonly<Record<Half, string>> = { morning: '上午', afternoon: '下午', evening: '晚上' };

/** "8月26日（周三）上午8:30", "Wed 26 Aug, 8:30": always the date itself, and the weekday by which a wrong one is noticed. */
export function momentText(moment: Moment, language: Language): string {
  const [, month = 0, day = 0] = moment.date.split('-').map(Number);
  const named = WEEKDAYS[language][weekday(moment.date)] ?? '';
  if (language === 'zh-CN') return `${month}月${day}日（周${named}）${chineseTime(moment)}`;
  const time = moment.time?.replace(/^0/, '') ?? moment.half;
  return `${named} ${day} ${SHORT_MONTHS[month - 1] ?? ''}${time === undefined ? '' : `, ${time}`}`;
}

function chineseTime({ time, half }: Moment): string {
  if (time === undefined) return half ? HALF_WORDS[half] : '';
  const [hour, minute] = [Number(time.slice(0, 2)), time.slice(3)];
  return `${partOfDay(hour)}${hour > 12 ? hour - 12 : hour}:${minute}`;
}

function partOfDay(hour: number): string {
  if (hour < 5) return '凌晨';
  if (hour < 12) return '上午';
  if (hour === 12) return '中午';
  return hour < 18 ? '下午' : '晚上';
}

/** A moment and words as stored, where no person reads it: "2026-08-26T08:30 空腹". `readWritten` reads it back. */
export const writtenMoment = ({ date, time, half }: Moment, words: string): string =>
  `${date}T${time ?? half ?? ''} ${words}`.trim();

const WRITTEN = /^(\d{4}-\d\d-\d\d)T(?:(\d\d:\d\d)|(morning|afternoon|evening))?(?:\s+(\S[^]*)?)?$/;

export function readWritten(written: string): { moment: Moment; words: string } | undefined {
  const [, date, time, half, words = ''] = WRITTEN.exec(written.trim()) ?? [];
  if (date === undefined) return undefined;
  const moment = momentSchema.parse({ date, ...(time && { time }), ...(half && { half }) });
  return { moment, words };
}
