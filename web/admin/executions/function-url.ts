/**
 * Where AWS's console shows a function with its logs, beside the page of the execution; undefined where this deployment
 * links to none. The names of the log groups are generated: from the function's page they are one step away.
 */
export function functionUrl(executionUrl: string | undefined, calls: string | undefined): string | undefined {
  if (executionUrl === undefined || calls === undefined) return undefined;
  const { origin, searchParams } = new URL(executionUrl);
  const region = searchParams.get('region') ?? '';
  // An ARN may end with a version or an alias.
  const name = calls.includes(':function:') ? calls.split(':function:')[1]?.split(':')[0] : calls;
  return `${origin}/lambda/home?region=${region}#/functions/${name}?tab=monitoring`;
}
