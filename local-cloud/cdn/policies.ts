/** How long and by what a behaviour keeps answers. */
export interface CachePolicy {
  /** Seconds. */
  readonly minTtl: number;
  readonly defaultTtl: number;
  readonly maxTtl: number;
  /** Whether the query is part of the key, and handed on. */
  readonly byQuery: boolean;
  /** Headers that are part of the key and handed on, in small letters. */
  readonly headers: readonly string[];
  /** Whether CloudFront asks for compressed answers, and compresses files itself. */
  readonly compressed: boolean;
}

/** A header that is added to answers. */
export interface AddedHeader {
  readonly name: string;
  readonly value: string;
  /** Whether it takes the place of the origin's own. */
  readonly overrides: boolean;
}

const YEAR = 31_536_000;

/** CloudFront's own, by the ids that templates name. */
export const MANAGED_CACHE_POLICIES: ReadonlyMap<string, CachePolicy> = new Map([
  [
    '658327ea-f89d-4fab-a63d-7e88639e58f6',
    { minTtl: 1, defaultTtl: 86_400, maxTtl: YEAR, byQuery: false, headers: [], compressed: true },
  ],
  [
    '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    { minTtl: 0, defaultTtl: 0, maxTtl: 0, byQuery: false, headers: [], compressed: false },
  ],
]);

/** The one managed origin request policy that is hosted: all that the viewer sent but `Host`. */
export const ALL_VIEWER_EXCEPT_HOST_HEADER = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

/** How long an answer is kept, milliseconds; 0: not at all. As on CloudFront, `s-maxage` goes before `max-age`. */
export function keptFor(
  { minTtl, defaultTtl, maxTtl }: CachePolicy,
  cacheControl: string | undefined,
): number {
  const said = (cacheControl ?? '').toLowerCase();
  if (/\b(?:no-store|no-cache|private)\b/.test(said)) return minTtl * 1000;
  const age = /\bs-maxage=(\d+)/.exec(said)?.[1] ?? /\bmax-age=(\d+)/.exec(said)?.[1];
  const wanted = age === undefined ? defaultTtl : Number(age);
  return Math.min(Math.max(wanted, minTtl), Math.max(maxTtl, minTtl)) * 1000;
}
