import type { Services } from '../../adapters/services.js';
import type { SomeTowns } from './by-town.js';

/** Towns to a call: to give each its turn takes a second or two. */
const PAGE = 500;

/** The next of all towns there are. */
export async function someTowns(
  { towns }: Services<{ towns: 'list' }>,
  from: string | undefined,
): Promise<SomeTowns> {
  const page = await towns.page(PAGE, from);
  return { towns: page.towns.map(({ id }) => id), next: page.next };
}
