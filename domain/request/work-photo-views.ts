import { staffName } from './words.js';
import type { Town } from '../town/schema.js';
import type { WorkPhotos } from '../photos/work-photos.js';

/** Photos of what was done, as people see them: when, and by whom. Nothing where there are none. */
export const workPhotoViews = ({ photos }: WorkPhotos, town: Town) =>
  photos.length === 0
    ? {}
    : {
        workPhotos: photos.map(({ id, at, by }) => ({
          id,
          at: new Date(at).toISOString(),
          by: staffName(town, by),
        })),
      };
