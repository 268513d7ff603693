const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const UNITS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000] as const;

/**
 * An ISO 8601 duration (`P3D`, `PT2H30M`, `P1W`) in milliseconds; undefined when it is none. Years and months are
 * refused, since they have no fixed length.
 */
export function readIsoDuration(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (match === null || text === 'P') return undefined;
  const parts = match.slice(1).map((part) => Number(part ?? '0'));
  return Math.round(UNITS.reduce((sum, unit, index) => sum + unit * (parts[index] ?? 0), 0));
}
