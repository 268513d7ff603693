import { isSealed } from '../../../domain/request/confidential.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { ConsoleCall } from '../../http/route-handler.js';
import { isAbout } from '../is-about.js';

/** Whether of a request no more is said than that there is one: it is a complaint about staff, or may be about whoever asks. The board's rule. */
export const isKept = (
  call: Pick<ConsoleCall, 'user'>,
  { confidential, path }: Pick<RequestRecord, 'confidential' | 'path'>,
): boolean => isSealed({ confidential, path }) || isAbout(call, { about: confidential?.about });
