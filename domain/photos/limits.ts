/** Bytes: a picture of this size shows a pothole well, and stays clear of the 400 KB that DynamoDB takes an item of. */
export const LARGEST_PHOTO = 300_000;

/** Pixels of the longer edge: more than any screen of the staff shows. */
export const LONGEST_EDGE = 1600;

/** Of one request by its resident, and of one answer by whoever gave it. */
export const MOST_PHOTOS = 3;

/** Photos of one request by all staff: for a programme's stages and two reopenings, on a page for slow networks. */
export const MOST_WORK_PHOTOS = 12;

/** As long as a phone may wait for a signal. Milliseconds. */
export const PHOTOS_FOLLOW_FOR = 7 * 86_400_000;

/** Bytes of a copy that everybody may see: a village's daily board is read on a slow network. */
export const LARGEST_PUBLISHED = 100_000;

/** Pixels of its longer edge: sharp on a phone, too coarse for what is small in the background. */
export const PUBLISHED_EDGE = 720;

/** As long as copies stay on the daily board: it says what was put right lately. Milliseconds. */
export const PUBLISHED_FOR = 90 * 86_400_000;
