/** The roles of people who sign in to the console; a person may have several. */
export const ROLES = ['administrator', 'leader', 'inspector', 'duty-desk'] as const;
export type Role = (typeof ROLES)[number];
