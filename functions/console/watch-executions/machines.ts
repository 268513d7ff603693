/** The state machines by the names of their definitions, out of the ARNs that the stack gives the function. */
export function machinesOf(arns: string): ReadonlyMap<string, string> {
  const listed = arns.split(' ').filter((arn) => arn !== '');
  return new Map(listed.map((arn) => [arn.slice(arn.lastIndexOf(':') + 1), arn]));
}
