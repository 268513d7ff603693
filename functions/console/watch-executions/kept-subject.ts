import { isSealed } from '../../../domain/request/confidential.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { ConsoleCall } from '../../http/route-handler.js';
import { isAbout } from '../is-about.js';

/** Whether only the existence of a request is shown: a complaint about staff, or perhaps about the caller. */
export const isKept = (
  call: Pick<ConsoleCall, 'user'>,
  { confidential, path }: Pick<RequestRecord, 'confidential' | 'path'>,
): boolean => isSealed({ confidential, path }) || isAbout(call, { about: confidential?.about });
