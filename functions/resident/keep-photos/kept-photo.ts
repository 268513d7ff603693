import type * as z from 'zod';
import type { Photo } from '../../../domain/photos/photo.js';
import type { photosAnswer } from '../../../contracts/resident/photos.js';

export type KeptPhoto = z.input<typeof photosAnswer>;

/** What is answered when a photo is kept: which it is, and all that lie beside it. */
export const keptPhoto = ({ id }: Photo, photos: readonly Photo[]): KeptPhoto => ({
  id,
  photos: photos.map((photo) => photo.id),
});
