import type { Half } from './moment.js';

/** The words about a date and a time, before they are weighed. */
export interface Mentioned {
  /** The days that they name, each once, in their order. */
  readonly days: readonly string[];
  /** Days of the week (0 is Sunday) that stand beside a day. */
  readonly weekdays: readonly number[];
  readonly times: readonly MentionedTime[];
  readonly half?: Half | undefined;
  /** They name a time that is no day: next week, the seventh of a lunar month, the weekday that is today. */
  readonly vague: boolean;
  /** The rest. */
  readonly words: string;
}

export interface MentionedTime {
  /** HH:MM. */
  readonly time: string;
  /** Whether it can only be this half of the day. */
  readonly sure: boolean;
}

/** Nobody is called before six, or after six by "six": "3点" and "at 3" are in the afternoon, "7点" can be either. */
export function hourOf(
  hour: number,
  minute: number,
  half: Half | 'noon' | 'night' | undefined,
): MentionedTime | undefined {
  if (hour > 23 || minute > 59) return undefined;
  const clock = (at: number): string => `${pad(at)}:${pad(minute)}`;
  if (hour > 12) return { time: clock(hour), sure: half !== 'morning' };
  switch (half) {
    case 'morning':
    case 'night':
      return { time: clock(hour), sure: hour > 0 };
    case 'noon':
      return { time: clock(hour < 10 ? hour + 12 : hour), sure: hour >= 10 || hour < 4 };
    case 'afternoon':
      return { time: clock(hour === 12 ? 12 : hour + 12), sure: hour > 0 };
    case 'evening':
      return { time: clock(hour === 12 ? 12 : hour + 12), sure: hour >= 4 && hour < 12 };
    case undefined:
      if (hour >= 8) return { time: clock(hour), sure: true };
      return { time: clock(hour > 0 && hour < 6 ? hour + 12 : hour), sure: hour > 0 && hour < 6 };
  }
}

const pad = (number: number): string => String(number).padStart(2, '0');

/** Takes pieces out of words one after the other; what is left is what they say besides. */
export class Words {
  constructor(private text: string) {}

  /** Every match, and nothing of it any more for who takes next. */
  take(pattern: RegExp): RegExpMatchArray[] {
    const found = [...this.text.matchAll(pattern)];
    this.text = this.text.replace(pattern, (match) => GAP.repeat(match.length));
    return found;
  }

  has(pattern: RegExp): boolean {
    return pattern.test(this.text);
  }

  /** The words left between the pieces, without those that only lead to them. */
  rest(isFiller: (part: string) => boolean): string[] {
    return this.text
      .split(SEPARATED)
      .map((part) => part.trim())
      .filter((part) => /[\p{L}\p{N}]/u.test(part) && !isFiller(part));
  }
}

const GAP = '\u0000';
// oxlint-disable-next-line no-control-regex -- the gap is what no text has
const SEPARATED = /[\u0000,，。.;；!！、:：()（）[\]【】]+/;
