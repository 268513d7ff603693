import type * as z from 'zod';
import type { Photo } from '../../../domain/photos/photo.js';
import type { photosAnswer } from '../../../contracts/resident/photos.js';

export type KeptPhoto = z.input<typeof photosAnswer>;

/** The answer to a photo that is kept: its id, and all photos that lie beside it. */
export const keptPhoto = ({ id }: Photo, photos: readonly Photo[]): KeptPhoto => ({
  id,
  photos: photos.map((photo) => photo.id),
});
