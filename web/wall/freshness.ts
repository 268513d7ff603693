import type { Looked } from './use-repeated.js';

/** Milliseconds after which an answer is old: four times as long as it takes to look again. */
const OLD = 80_000;

export type Freshness = 'opening' | 'unreachable' | 'live' | 'lost';

/** The note on how new a screen's figures are. Calls that hang make them old too. */
export function freshnessOf({ readAt, failing }: Looked<unknown>, now: number): Freshness {
  if (readAt === undefined) return failing ? 'unreachable' : 'opening';
  return failing || now - readAt > OLD ? 'lost' : 'live';
}

/** The picture's place at a minute: nothing lights the same spots for long, and the map changes sides each hour. */
export function placeAt(now: number): { readonly x: number; readonly y: number; readonly mirrored: boolean } {
  const minute = Math.floor(now / 60_000);
  const turn = (minute % 12) * (Math.PI / 6);
  return {
    x: Math.round(Math.cos(turn) * 10) / 10,
    y: Math.round(Math.sin(turn) * 10) / 10,
    mirrored: Math.floor(minute / 60) % 2 === 1,
  };
}
