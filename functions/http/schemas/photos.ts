import * as z from 'zod';

export const photosAnswer = z.strictObject({
  id: z.string().describe('Follows from the picture: the same one sent again is the same photo'),
  photos: z.array(z.string()).describe('All photos of the request'),
});
