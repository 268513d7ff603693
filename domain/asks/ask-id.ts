/** An ask's public id: the request's number and the ask's own. */
export const askId = (request: string, n: number): string => `${request}-${n}`;

/** The ask's number within its request; undefined when the id is not one of this request's. */
export function readAskId(id: string, request: string): number | undefined {
  const match = /^([0-9A-Z]+)-(\d{1,4})$/.exec(id);
  return match?.[1] === request ? Number(match[2]) : undefined;
}
