import type { Status } from '../../domain/request/record.js';
import type { ClosedAs } from '../../domain/request/timeline.js';
import { instantOf, isObject, listOf, textOf } from '../json.js';
import { type WorkPhoto, workPhotoOf } from '../work-photo.js';

/** A question put to the resident, with what can be answered. */
export interface OpenAsk {
  readonly id: string;
  readonly text: string;
  readonly options: readonly { readonly option: string; readonly label: string }[];
}

/** One thing that happened, in the service's words. */
export interface TimelineLine {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly text: string;
}

/** A request as its resident may see it: the answer of `GET /requests/{id}`. */
export interface TrackedRequest {
  readonly id: string;
  readonly status: Status;
  readonly closedAs?: ClosedAs;
  readonly category?: string;
  readonly grid?: string;
  /** Who was asked first, and owns it to the end. */
  readonly owner?: string;
  /** Epoch milliseconds. */
  readonly dueAt?: number;
  /** The step of its programme that comes next: its date is near, that of the end may be months away. */
  readonly nextStep?: { readonly name: string; readonly dueAt: number };
  /** Since when the deadline stands still, because the resident owes something or waits for a place. */
  readonly pausedSince?: number;
  /** The place in line for one of the programme's places; 1 is next. */
  readonly waitingPosition?: number;
  /** When the resident is to come: for what, and the date in words. */
  readonly appointment?: { readonly name: string; readonly text: string };
  /** Oldest first. */
  readonly timeline: readonly TimelineLine[];
  readonly photos: readonly string[];
  /** What the staff showed of what they did. */
  readonly workPhotos: readonly WorkPhoto[];
  readonly ask?: OpenAsk;
}

const STATUSES: Readonly<Record<Status, true>> = {
  received: true,
  assigned: true,
  accepted: true,
  coordinating: true,
  awaiting_confirmation: true,
  closed: true,
  withdrawn: true,
};

const CLOSED_AS: Readonly<Record<ClosedAs, true>> = {
  satisfied: true,
  no_answer: true,
  refused: true,
  referred: true,
  joined: true,
  withdrawn: true,
};

const isStatus = (value: unknown): value is Status =>
  typeof value === 'string' && Object.keys(STATUSES).includes(value);
const isClosedAs = (value: unknown): value is ClosedAs =>
  typeof value === 'string' && Object.keys(CLOSED_AS).includes(value);

const positionOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 ? value : undefined;

/** A name given as text, as a number, or as an object that has one. */
const nameOf = (value: unknown): string | undefined => {
  if (isObject(value)) return nameOf(value['name'] ?? value['number']);
  return typeof value === 'number' ? String(value) : textOf(value);
};

function stepOf(value: unknown): TrackedRequest['nextStep'] {
  if (!isObject(value)) return undefined;
  const name = textOf(value['name']);
  const dueAt = instantOf(value['dueAt']);
  return name === undefined || dueAt === undefined ? undefined : { name, dueAt };
}

function lineOf(value: unknown): TimelineLine | undefined {
  if (!isObject(value)) return undefined;
  const at = instantOf(value['at']);
  const text = textOf(value['text']);
  return at === undefined || text === undefined ? undefined : { at, text };
}

function appointmentOf(value: unknown): TrackedRequest['appointment'] {
  const text = isObject(value) ? textOf(value['text']) : undefined;
  return isObject(value) && text !== undefined ? { name: textOf(value['name']) ?? '', text } : undefined;
}

function askOf(value: unknown): OpenAsk | undefined {
  if (!isObject(value)) return undefined;
  const id = nameOf(value['id']);
  const options = listOf(value['options'], (choice) => {
    const option = isObject(choice) ? textOf(choice['option']) : undefined;
    return isObject(choice) && option !== undefined
      ? { option, label: textOf(choice['label']) ?? option }
      : undefined;
  });
  return id === undefined || options.length === 0
    ? undefined
    : { id, text: textOf(value['text']) ?? '', options };
}

/** The answer of `GET /requests/{id}`; undefined when it is none. */
export function trackedRequestOf(value: unknown): TrackedRequest | undefined {
  if (!isObject(value)) return undefined;
  const id = textOf(value['id']);
  const status = value['status'];
  if (id === undefined || !isStatus(status)) return undefined;
  return {
    id,
    status,
    closedAs: isClosedAs(value['closedAs']) ? value['closedAs'] : undefined,
    category: nameOf(value['category']),
    grid: nameOf(value['grid']),
    owner: nameOf(value['owner']),
    dueAt: instantOf(value['dueAt']),
    nextStep: stepOf(value['nextStep']),
    pausedSince: instantOf(value['pausedSince']),
    appointment: appointmentOf(value['appointment']),
    waitingPosition: positionOf(value['waitingPosition']),
    timeline: listOf(value['timeline'], lineOf).sort((a, b) => a.at - b.at),
    photos: listOf(value['photos'], textOf),
    workPhotos: listOf(value['workPhotos'], workPhotoOf),
    ask: askOf(value['ask']),
  };
}

/** Whether nothing more happens to it. */
export const isOver = ({ status }: TrackedRequest): boolean => status === 'closed' || status === 'withdrawn';
