import type { RequestFacts } from '../../domain/request/facts.js';
import type { ConsoleCall } from '../http/route-handler.js';

/** Whether a request may complain about whoever calls: it is not there for them. */
export const isAbout = (
  { user }: Pick<ConsoleCall, 'user'>,
  { about }: Pick<RequestFacts, 'about'>,
): boolean => user.staff !== undefined && (about ?? []).includes(user.staff);
