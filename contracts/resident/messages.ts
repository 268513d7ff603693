import type { DayCounts } from '../../domain/daily-close/bulletin.js';
import type { PhotoWords } from '../pages/photo-words.js';
import type { Status } from '../../domain/request/record.js';
import type { ClosedAs } from '../../domain/request/timeline.js';
import type { PrivateKind } from '../../domain/privacy/private-numbers.js';
import type { Language } from '../../domain/words/language.js';
import type { Grid, Staff } from '../../domain/town/schema.js';
import type { WaitReason } from '../../domain/request/waits-for.js';
import type { Place } from '../../domain/town/place-schemas.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

type Post = keyof Grid['posts'];

/** Every word of the resident's pages. A language that lacks one does not compile. */
export interface Messages {
  readonly title: string;
  readonly otherLanguage: string;
  readonly skip: string;
  readonly large: string;
  readonly nav: {
    readonly label: string;
    readonly report: string;
    readonly track: string;
    readonly grid: string;
    readonly daily: string;
    readonly places: string;
  };
  /** Stands at the foot of every page of an invented town. */
  readonly sample: string;
  readonly offline: string;
  /** Numbers joined as the language joins them; empty while they are not known. */
  readonly danger: (numbers: string) => string;
  readonly form: {
    readonly heading: string;
    readonly lead: string;
    readonly what: string;
    readonly category: string;
    readonly categoryUnknown: string;
    /** A category's name and what it is in plain words. */
    readonly categoryOption: (name: string, plainly: string) => string;
    readonly emergency: string;
    readonly documents: string;
    readonly documentsHint: string;
    readonly description: string;
    readonly descriptionHint: string;
    readonly numbers: Readonly<Record<PrivateKind, string>>;
    /** What was found in the words: kinds, joined. */
    readonly numbersFound: (kinds: string) => string;
    readonly numbersOut: string;
    readonly numbersKeep: string;
    readonly where: string;
    readonly whereHint: string;
    readonly village: string;
    readonly villageUnknown: string;
    readonly group: string;
    readonly groupUnknown: string;
    readonly groupName: (number: number) => string;
    readonly villagesMissing: string;
    readonly reload: string;
    readonly locate: string;
    readonly locating: string;
    readonly located: string;
    readonly locatedIn: (grid: string) => string;
    readonly unlocated: string;
    readonly dropLocation: string;
    readonly who: string;
    readonly name: string;
    readonly phone: string;
    readonly phoneHint: string;
    readonly forOther: string;
    readonly forOtherHint: string;
    readonly otherName: string;
    readonly otherPhone: string;
    /** Stands right after a label. */
    readonly optional: string;
    readonly consent: string;
    readonly consentHint: string;
    readonly consentMore: string;
    readonly consentParts: readonly string[];
    readonly submit: string;
    readonly sending: string;
    readonly retry: string;
    readonly unsent: string;
    readonly kept: string;
    readonly clear: string;
    readonly errorsHeading: string;
    readonly refused: string;
    /** What is wrong with a field, after the field's name. */
    readonly wrong: (field: string, message: string) => string;
    readonly missing: {
      readonly description: string;
      readonly name: string;
      readonly phone: string;
      readonly otherName: string;
      readonly consent: string;
      /** Private numbers that are neither taken out nor meant to be sent. */
      readonly numbers: string;
    };
  };
  readonly photos: PhotoWords & {
    readonly work: string;
    readonly workOne: (number: number, by: string) => string;
    readonly heading: string;
    readonly hint: string;
    readonly sending: (count: number) => string;
    readonly unsent: (count: number) => string;
    readonly retry: string;
    readonly refused: string;
  };
  readonly similar: {
    readonly heading: string;
    readonly lead: string;
    readonly reported: (category: string, grid: string, time: string) => string;
    readonly mine: string;
    readonly chosen: (number: string) => string;
    readonly undo: string;
  };
  /** The pages that need no script. */
  readonly plain: {
    /** While the script is on its way, or when it never comes. */
    readonly loading: string;
    readonly open: string;
    readonly lead: string;
    readonly whole: string;
    readonly place: string;
    readonly again: string;
    readonly back: string;
  };
  readonly receipt: {
    readonly heading: string;
    readonly number: string;
    readonly link: string;
    readonly linkHint: string;
    readonly key: string;
    readonly next: string;
    readonly copy: string;
    readonly copied: string;
  };
  readonly track: {
    readonly heading: string;
    readonly lead: string;
    readonly number: string;
    readonly numberHint: string;
    readonly key: string;
    readonly keyHint: string;
    readonly open: string;
    readonly loading: string;
    readonly missingNumber: string;
    readonly missingKey: string;
    readonly unknown: string;
    readonly unreachable: string;
    readonly retry: string;
    readonly another: string;
    readonly request: (number: string) => string;
    readonly owner: string;
    readonly ownerHint: string;
    readonly noOwner: string;
    readonly due: string;
    readonly nextStep: string;
    readonly stepBy: (step: string, time: string) => string;
    readonly paused: (time: string) => string;
    readonly waiting: (time: string) => string;
    readonly grid: string;
    readonly gridName: (grid: string) => string;
    readonly category: string;
    readonly timeline: string;
    readonly refreshed: (time: string) => string;
  };
  readonly grid: {
    readonly heading: string;
    readonly lead: string;
    readonly find: string;
    readonly finding: string;
    readonly missing: string;
    readonly unknown: string;
    readonly people: string;
    readonly posts: Readonly<Record<Post, string>>;
    readonly duties: Readonly<Record<Staff['duty'], string>>;
    readonly reach: (number: string) => string;
    readonly report: string;
  };
  readonly daily: {
    readonly heading: string;
    readonly lead: string;
    readonly day: string;
    readonly loading: string;
    readonly none: string;
    readonly noneThen: (day: string) => string;
    readonly quiet: string;
    readonly counts: Readonly<Record<Exclude<keyof DayCounts, 'waiting'>, string>>;
    readonly waiting: string;
    readonly waitsFor: Readonly<Record<WaitReason, string>>;
    readonly byGrid: string;
    readonly noGrid: string;
  };
  readonly places: {
    readonly heading: string;
    readonly lead: string;
    readonly loading: string;
    readonly none: string;
    readonly kinds: Readonly<Record<Place['kind'], string>>;
    readonly address: string;
    readonly phone: string;
    readonly open: string;
    readonly received: string;
    readonly receives: (time: string, person: string | undefined) => string;
    readonly off: Readonly<Record<'holiday' | 'leave', string>>;
  };
  readonly status: Readonly<Record<Status, string>>;
  readonly nextStep: {
    readonly received: string;
    readonly assigned: string;
    readonly accepted: string;
    readonly coordinating: string;
    readonly waiting: (position: number) => string;
    readonly awaiting: string;
  };
  readonly closedAs: Readonly<Record<ClosedAs, string>>;
  readonly ask: {
    readonly heading: string;
    readonly note: string;
    readonly noteHint: string;
    readonly sending: string;
    readonly thanks: string;
    readonly failed: string;
  };
  readonly withdraw: {
    readonly open: string;
    readonly question: string;
    readonly reason: string;
    readonly confirm: string;
    readonly keep: string;
  };
}

/** The words of the resident's pages in each language. */
export const MESSAGES: Readonly<Record<Language, Messages>> = { 'zh-CN': zh, en };
