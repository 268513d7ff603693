import retries from '../workflows/retries.json' with { type: 'json' };

const POLICIES: Readonly<Record<string, readonly object[]>> = retries;

/** `arn:aws:states:::lambda:invoke.waitForTaskToken` calls what `arn:aws:states:::lambda:invoke` calls. */
const calledBy = (resource: string): string => resource.replace(/\.(sync(:2)?|waitForTaskToken)$/, '');

/**
 * A definition, or a part of one, whose tasks have the retries of the service that they call. These stand once, in
 * `workflows/retries.json`; a task that needs others says so itself. Throws for a service that has none.
 */
export function withRetries(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withRetries);
  if (typeof part !== 'object' || part === null) return part;
  const state: Readonly<Record<string, unknown>> = Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, withRetries(value)]),
  );
  const { Type, Resource, Retry } = state;
  if (Type !== 'Task' || typeof Resource !== 'string' || Retry !== undefined) return state;
  const policy = POLICIES[calledBy(Resource)];
  if (policy === undefined) throw new Error(`workflows/retries.json says nothing of ${Resource}`);
  // Beside the timeout, where people look for it.
  return Object.fromEntries(
    Object.entries(state).flatMap((entry) =>
      entry[0] === 'TimeoutSeconds' ? [entry, ['Retry', policy]] : [entry],
    ),
  );
}
