/** `<name>-retry-2`: the second execution of the same work, which begins it again; the first has the plain name. */
const RETRY = /^(?<first>.+)-retry-(?<attempt>\d+)$/;

/** AWS's limit of an execution's name. */
const LONGEST = 80;

/** The execution that works on a request or a task: the one that began it again last, else the one named after it. */
export const workingExecution = ({
  execution,
  id,
}: {
  readonly execution?: string | undefined;
  readonly id: string;
}): string => execution ?? id;

/** Which execution of its work this is: the first is 1. */
export function attemptOf(name: string): { readonly first: string; readonly attempt: number } {
  const { first, attempt } = RETRY.exec(name)?.groups ?? {};
  return first === undefined ? { first: name, attempt: 1 } : { first, attempt: Number(attempt) };
}

const nameOf = (first: string, attempt: number): string =>
  attempt === 1 ? first : `${first}-retry-${attempt}`;

/**
 * The name of the execution that begins the work of this one again. It follows from the name alone, so that asking
 * twice starts one. Undefined where AWS would not take it.
 */
export function retryName(name: string): string | undefined {
  const { first, attempt } = attemptOf(name);
  const next = nameOf(first, attempt + 1);
  return next.length > LONGEST ? undefined : next;
}

/** The execution that this one begins again; undefined for a first one. */
export function retriedName(name: string): string | undefined {
  const { first, attempt } = attemptOf(name);
  return attempt === 1 ? undefined : nameOf(first, attempt - 1);
}

/** Every execution of the work up to this one, the first first. */
export function attemptsUntil(name: string): string[] {
  const { first, attempt } = attemptOf(name);
  return Array.from({ length: attempt }, (_, index) => nameOf(first, index + 1));
}
