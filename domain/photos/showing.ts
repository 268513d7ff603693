/** How far it is with showing photos of a request to everybody: its resident may agree, did, and they are shown. */
export const SHOWINGS = ['open', 'agreed', 'shown'] as const;
export type Showing = (typeof SHOWINGS)[number];
