import * as z from 'zod';

/** A photo of a request; the picture itself is an item of its own. */
export const photoSchema = z.object({
  /** Follows from the picture: the same one sent again is the same photo. */
  id: z.string(),
  at: z.number(),
});
export type Photo = z.infer<typeof photoSchema>;
