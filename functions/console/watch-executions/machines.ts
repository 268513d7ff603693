/** The state machines' ARNs by their definitions' names, as the stack gives them: `visit-round=arn:...`, by spaces. */
export const machinesOf = (told: string): ReadonlyMap<string, string> =>
  new Map(
    told.split(' ').map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)] as const),
  );
