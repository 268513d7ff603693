import * as z from 'zod';

export const photosAnswer = z
  .strictObject({
    id: z.string().describe('Follows from the picture: the same one sent again is the same photo'),
    photos: z
      .array(z.string())
      .describe("All that lie beside it: of the request its resident's, or those of one answer"),
  })
  .meta({ id: 'Photos' });

/** A photo of what was done, as pages show it. */
export const workPhotoView = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  by: z.string().describe('The name of whoever added it to their answer'),
});
