import { usePage } from '../page-context.js';
import type { Reply } from '../../reply.js';
import { useKept } from './use-kept.js';

/**
 * A list of the town's.
 *
 * @param name what the service calls the list, in an answer `{ [name]: list }`, which `read` reads.
 */
export function useTownList<T>(
  name: string,
  load: () => Promise<Reply<T[]>>,
  read: (value: unknown) => T[] | undefined,
) {
  const { value, failed, reload } = useKept(usePage().keep, name, load, (kept) => read({ [name]: kept }));
  const list: readonly T[] = value ?? [];
  return { list, failed: failed && list.length === 0, reload };
}
