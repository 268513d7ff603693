import { DomainError } from '../domain-error.js';
import type { Showing } from '../photos/showing.js';
import type { WorkPhotos } from '../photos/work-photos.js';
import type { Town } from '../town/schema.js';
import { ownerOf } from './owner-of.js';
import type { RequestRecord } from './record.js';
import type { ClosedAs } from './timeline.js';

/** It was done, and its resident has not said otherwise. */
const DONE: ReadonlySet<ClosedAs | undefined> = new Set<ClosedAs>(['satisfied', 'no_answer']);

/**
 * Whether photos of a request may ever be shown to everybody: of a public place, never of a home, of a complaint about
 * staff, or of who asked not to be named, whose window the picture may be taken from.
 */
export const isPublishable = (record: RequestRecord, town: Town): boolean =>
  record.confidential === undefined &&
  record.nameWithheld === undefined &&
  record.withdrawnAt === undefined &&
  town.categories.some((one) => one.id === record.category && one.public);

/** Whether there is anything to publish by now: work that somebody photographed, and that is done. */
export const isReadyToPublish = (record: RequestRecord, all: WorkPhotos, town: Town): boolean =>
  isPublishable(record, town) && DONE.has(record.closedAs) && all.photos.length > 0;

/** How far it is with that; undefined where it is out of the question. */
export function showingOf(record: RequestRecord, all: WorkPhotos, town: Town): Showing | undefined {
  if (all.published) return 'shown';
  if (!isPublishable(record, town)) return undefined;
  if (all.agreed) return 'agreed';
  return all.photos.length + (record.photos ?? []).length > 0 ? 'open' : undefined;
}

/** Its resident agrees, or somebody notes that they did; what was agreed before stands. */
export const agree = (all: WorkPhotos, agreed: { readonly at: number; readonly by: string }): WorkPhotos =>
  all.agreed ? all : { ...all, agreed };

/** Its resident takes their word back, and with it whatever is shown. */
export function disagree(all: WorkPhotos): WorkPhotos {
  if (!all.agreed && !all.published) return all;
  const { agreed: _agreed, published: _published, ...rest } = all;
  return rest;
}

/** Taken off the board again; what its resident agreed to stands. */
export function takeOff(all: WorkPhotos): WorkPhotos {
  if (!all.published) return all;
  const { published: _published, ...rest } = all;
  return rest;
}

/** Copies are shown from now on; never without the word of its resident. */
export function publish(all: WorkPhotos, published: NonNullable<WorkPhotos['published']>): WorkPhotos {
  if (all.agreed) return { ...all, published };
  const { request } = all;
  throw new DomainError('NotAgreed', `the resident of ${request} has not agreed that its photos are shown`, {
    request,
  });
}

/** Whoever owns it may publish them, beside whoever may answer for the duty desk. */
export const isOwnedBy = (record: RequestRecord, town: Town, staff: string | undefined): boolean =>
  staff !== undefined && record.owner !== undefined && ownerOf(record, town) === staff;
