import * as z from 'zod';
import type { AskKind } from '../asks/ask-kinds.js';
import { DomainError } from '../domain-error.js';
import { MOST_PHOTOS, MOST_WORK_PHOTOS } from './limits.js';
import { photoSchema } from './photo.js';

/** A photo of what was done: which ask was answered with it, and the member of staff who did. */
export const workPhotoSchema = photoSchema.extend({ ask: z.number().int(), by: z.string() });
export type WorkPhoto = z.infer<typeof workPhotoSchema>;

/** The photos of a request, in order of arrival. An item of their own: the request's has no room for a list. */
export const workPhotosSchema = z.object({
  town: z.string(),
  request: z.string(),
  /** Counts writes; each write is conditional on it. */
  version: z.number().int(),
  photos: z.array(workPhotoSchema),
  /** Its resident agreed to show photos of it: when, and who noted it, `resident` or a member of staff. */
  agreed: z.object({ at: z.number(), by: z.string() }).optional(),
  /** Copies are on the daily board: since when, who published them, and whether one from before is among them. */
  published: z.object({ at: z.number(), by: z.string(), before: z.boolean() }).optional(),
});
export type WorkPhotos = z.infer<typeof workPhotosSchema>;

export const noWorkPhotos = (town: string, request: string): WorkPhotos => ({
  town,
  request,
  version: 0,
  photos: [],
});

/** Kinds that ask for work which can be seen. */
const WORK: ReadonlySet<AskKind> = new Set(['outcome', 'report', 'settlement']);

/** Work that can be shown. Nobody is to be photographed receiving aid, being refused, or talking things over. */
export const takesPhotos = (kind: AskKind, option: string): boolean => option === 'done' && WORK.has(kind);

export const photosOfAsk = ({ photos }: WorkPhotos, ask: number): WorkPhoto[] =>
  photos.filter((photo) => photo.ask === ask);

/** How many more may be added to the answer of an ask. */
export const photosLeft = (all: WorkPhotos, ask: number): number =>
  Math.max(0, Math.min(MOST_PHOTOS - photosOfAsk(all, ask).length, MOST_WORK_PHOTOS - all.photos.length));

/** With one photo more; unchanged when it has this one. Refused when the answer, or the request, is full. */
export function addWorkPhoto(all: WorkPhotos, photo: WorkPhoto): WorkPhotos {
  if (all.photos.some(({ id }) => id === photo.id)) return all;
  if (photosLeft(all, photo.ask) > 0) return { ...all, photos: [...all.photos, photo] };
  const { request } = all;
  throw new DomainError('PhotosFull', `ask ${photo.ask} of request ${request} takes no more photos`, {
    request,
    ask: photo.ask,
  });
}
