/** A key counts for one person only: another's form that happens to use it must not be shown this one's request. */
export const keySubmission = (phone: string, key: string): string => `key ${phone} ${key}`;
