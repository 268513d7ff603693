/** The ARNs of the state machines by the names of their definitions, as the stack tells the function: `visit-round=arn:...`, space-separated. */
export const machinesOf = (told: string): ReadonlyMap<string, string> =>
  new Map(
    told.split(' ').map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)] as const),
  );
