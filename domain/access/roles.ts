/** What somebody who signs in to the console is to the town; a person may be several. */
export const ROLES = ['administrator', 'leader', 'inspector', 'duty-desk'] as const;
export type Role = (typeof ROLES)[number];
