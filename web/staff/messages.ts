import type { PhotoWords } from '../../contracts/pages/photo-words.js';
import type { Language } from '../../domain/words/language.js';
import type { ASK_FACTS, StaffAskKind } from '../../contracts/staff/ask.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';
import type { NextName, NoteName } from './what-follows.js';

/** Every word of the staff's pages. A language that lacks one does not compile. */
export interface Messages {
  readonly title: string;
  readonly otherLanguage: string;
  readonly skip: string;
  readonly kinds: Readonly<Record<StaffAskKind, string>>;
  readonly facts: Readonly<Record<(typeof ASK_FACTS)[number], string>>;
  readonly ask: {
    readonly loading: string;
    readonly asked: string;
    readonly request: string;
    readonly words: string;
    readonly photos: string;
    readonly photo: (number: number) => string;
    readonly until: string;
    readonly daysLeft: (days: number, hours: number) => string;
    readonly hoursLeft: (hours: number, minutes: number) => string;
    readonly minutesLeft: (minutes: number) => string;
    readonly text: string;
    readonly documents: (programme: string) => string;
    readonly documentsHint: string;
    readonly application: string;
  };
  readonly answer: {
    readonly heading: string;
    readonly required: string;
    readonly optional: string;
    readonly notes: Readonly<Record<NoteName, string>>;
    readonly hints: Readonly<Partial<Record<NoteName, string>>>;
    readonly yuan: string;
    readonly yuanHint: string;
    readonly documents: string;
    readonly form: string;
    readonly formHint: string;
    readonly unchosen: string;
    readonly yes: string;
    readonly no: string;
    readonly points: string;
    readonly send: string;
    readonly sendThis: (label: string) => string;
    readonly sending: string;
    readonly failed: string;
    readonly errorsHeading: string;
    readonly missing: {
      readonly option: string;
      readonly note: string;
      readonly yuan: string;
      readonly documents: string;
      readonly field: (label: string) => string;
    };
  };
  readonly photos: PhotoWords & {
    readonly heading: string;
    readonly hint: (most: number) => string;
    readonly work: (number: number, by: string) => string;
    readonly with: (count: number) => string;
    readonly following: (count: number) => string;
    readonly send: string;
    readonly sent: string;
    readonly noRoom: string;
    readonly gone: string;
    readonly refused: string;
  };
  readonly sent: {
    readonly heading: string;
    readonly recorded: (label: string) => string;
    readonly close: string;
  };
  readonly next: Readonly<Record<NextName, string>>;
  readonly visits: {
    readonly heading: (grid: string) => string;
    readonly left: (count: number) => string;
    readonly none: string;
    readonly until: (day: string) => string;
    readonly waiting: (count: number) => string;
    readonly household: (number: number) => string;
    readonly carriedOver: string;
    readonly dueOn: (date: string) => string;
    readonly lastVisit: (date: string) => string;
    readonly open: string;
    readonly people: string;
    readonly peopleHint: string;
    readonly problem: string;
    readonly note: string;
    readonly finding: string;
    readonly findingHint: string;
    readonly record: string;
    readonly recorded: (number: number) => string;
    readonly nobody: (number: number) => string;
    readonly became: (request: string) => string;
    readonly done: string;
    readonly missing: { readonly people: string; readonly note: string };
  };
  readonly signIn: {
    readonly heading: string;
    readonly lead: string;
    readonly phone: string;
    readonly phoneHint: string;
    readonly ask: string;
    readonly sent: (phone: string, minutes: number) => string;
    readonly code: string;
    readonly codeHint: string;
    readonly enter: string;
    readonly askAgain: string;
    readonly askedAgain: string;
    readonly otherPhone: string;
    readonly failed: string;
    readonly missing: { readonly phone: string; readonly code: string };
    readonly out: string;
    readonly until: (time: string) => string;
  };
  readonly work: {
    readonly link: string;
    readonly heading: (name: string) => string;
    readonly asks: (count: number) => string;
    readonly noAsks: string;
    readonly visits: string;
    readonly visitsLeft: (left: number, due: number) => string;
    readonly visitsDone: string;
    readonly again: string;
  };
  readonly leave: {
    readonly heading: string;
    readonly none: string;
    readonly lead: string;
    readonly from: string;
    readonly to: string;
    readonly toHint: string;
    readonly take: string;
    readonly taken: (dates: string) => string;
    readonly end: string;
    readonly endOf: (dates: string) => string;
    readonly ended: (dates: string) => string;
    readonly takenBack: string;
    readonly imported: string;
    readonly days: (from: string, to: string) => string;
    readonly missing: { readonly from: string };
  };
  readonly outbox: {
    readonly heading: string;
    readonly waits: string;
    readonly written: (time: string) => string;
    readonly refused: string;
    readonly open: string;
    readonly drop: string;
    readonly sendNow: string;
    readonly kept: string;
    readonly keptHint: string;
    readonly keptVisit: string;
    readonly change: string;
    readonly asOf: (time: string) => string;
    readonly takeAlong: string;
    readonly takeAlongHint: string;
    readonly taken: string;
  };
  readonly over: {
    readonly heading: string;
    readonly answered: (label: string, time: string) => string;
    readonly answeredBefore: string;
    readonly withdrawn: string;
    readonly superseded: string;
    readonly expired: string;
    readonly unknownHeading: string;
    readonly unknown: string;
    readonly unreachable: string;
    readonly retry: string;
  };
}

/** The words of the staff's pages in each language. */
export const MESSAGES: Readonly<Record<Language, Messages>> = { 'zh-CN': zh, en };
