/** Where the request of an ask is put right: beside the ask, by the same signature. */
export const correctionPath = (link: string): string => link.replace(/^(\/asks\/[^/?]+)/, '$1/corrections');
