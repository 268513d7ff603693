/** Bytes: a picture of this size shows a pothole well, and stays clear of the 400 KB that DynamoDB takes an item of. */
export const LARGEST_PHOTO = 300_000;

/** Pixels of the longer edge: more than any screen of the staff shows. */
export const LONGEST_EDGE = 1600;

/** Of one request. */
export const MOST_PHOTOS = 3;
