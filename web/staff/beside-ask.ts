/** The address of something about an ask, by the signature of its link. */
export const besideAsk = (link: string, what: 'corrections' | 'remarks'): string =>
  link.replace(/^(\/asks\/[^/?]+)/, `$1/${what}`);
