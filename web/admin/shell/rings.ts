import { ALARMING, type Alarming } from '../../../domain/board/standings.js';
import type { StandingAnswer } from '../../../contracts/console/board.js';
import { isObject, parseJson } from '../../json.js';
import type { Keep } from '../../keep.js';
import type { Sound } from './use-sound.js';

export type Alarm = StandingAnswer['alarms'][number];

interface Heard {
  /** For what it rang. */
  readonly why: Alarming;
  readonly isSeen: boolean;
  /** Whether a page of this device sounded for it. */
  readonly isSounded: boolean;
}

/** Which alarms rang on this device, by their requests, and which of them somebody has looked at. */
export type Known = Readonly<Record<string, Heard>>;

const isGraver = (one: Alarming, other: Alarming): boolean => ALARMING.indexOf(one) < ALARMING.indexOf(other);

/**
 * Alarms that ring now and did not before: each request once, and again only when it becomes graver. Those that are
 * over are forgotten.
 */
export function hear(alarms: readonly Alarm[], known: Known): { known: Known; fresh: readonly Alarm[] } {
  const isFresh = ({ id, why }: Alarm): boolean => {
    const before = known[id];
    return before === undefined || isGraver(why, before.why);
  };
  const fresh = alarms.filter(isFresh);
  const heard = alarms.map((alarm): [string, Heard] => [
    alarm.id,
    (isFresh(alarm) ? undefined : known[alarm.id]) ?? { why: alarm.why, isSeen: false, isSounded: false },
  ]);
  return { known: Object.fromEntries(heard), fresh };
}

/** As it is once somebody has looked at the list. */
export const seeAll = (known: Known): Known =>
  Object.fromEntries(Object.entries(known).map(([id, heard]) => [id, { ...heard, isSeen: true }]));

/** Whether a danger that nobody has looked at has not sounded yet: the page that heard of it may be one that the browser keeps silent. */
export const isToSound = (known: Known): boolean =>
  Object.values(known).some(({ why, isSeen, isSounded }) => why === 'danger' && !isSeen && !isSounded);

/** As it is once a page has sounded for all of them. */
export const soundAll = (known: Known): Known =>
  Object.fromEntries(Object.entries(known).map(([id, heard]) => [id, { ...heard, isSounded: true }]));

export const isUnseen = (known: Known, { id }: Pick<Alarm, 'id'>): boolean => known[id]?.isSeen === false;

const nameOf = (town: string): string => `console-alarms.${town}`;

const isAlarming = (value: unknown): value is Alarming => ALARMING.some((why) => why === value);

/** The alarms remembered on this device for a town; unreadable ones are forgotten. */
export function readKnown(keep: Pick<Keep, 'read'>, town: string): Known {
  const kept = parseJson(keep.read(nameOf(town)) ?? '');
  if (!isObject(kept)) return {};
  const heard = Object.entries(kept).flatMap(([id, one]): [string, Heard][] =>
    isObject(one) && isAlarming(one['why'])
      ? [[id, { why: one['why'], isSeen: one['isSeen'] === true, isSounded: one['isSounded'] === true }]]
      : [],
  );
  return Object.fromEntries(heard);
}

/** Another page of this device has heard or seen some; answers how to stop listening. */
export function onKnownElsewhere(town: string, then: () => void): () => void {
  const listen = ({ key }: StorageEvent) => key?.endsWith(nameOf(town)) === true && then();
  addEventListener('storage', listen);
  return () => removeEventListener('storage', listen);
}

export const writeKnown = (keep: Pick<Keep, 'write'>, town: string, known: Known): void =>
  keep.write(nameOf(town), JSON.stringify(known));

/** What a page knows of its alarms. */
export interface Memory {
  read(): Known;
  write(known: Known): void;
}

/** A memory that pages of this device share; where the browser keeps nothing, each page remembers by itself. */
export function createMemory(keep: Pick<Keep, 'read' | 'write'>, town: string): Memory {
  let unkept: Known | undefined;
  return {
    read: () => unkept ?? readKnown(keep, town),
    write: (known) => {
      writeKnown(keep, town, known);
      unkept = keep.read(nameOf(town)) === JSON.stringify(known) ? undefined : known;
    },
  };
}

/** What a page that may not sound, muted or untouched, has heard of is left to one that may, or to its own turn. */
export function ring(memory: Memory, silent: Sound['silent'], sound: () => void): void {
  const known = memory.read();
  if (silent !== undefined || !isToSound(known)) return;
  memory.write(soundAll(known));
  sound();
}
