import type { LogEntry } from '../../../adapters/text-log.js';
import type { Services } from '../../../adapters/services.js';
import { maySee, mayReadPerson } from '../../../domain/access/may-see.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { ConsoleUser } from '../../http/console-user.js';

/**
 * Texts about a complaint, or by somebody who is not to be named, are read only by those who may read the complaint.
 */
const isFor = (user: ConsoleUser, record: RequestRecord): boolean =>
  maySee(user, record) &&
  ((record.confidential === undefined && !record.nameWithheld) || mayReadPerson(user, record));

/** The texts that whoever signed in may read. */
export async function seenTexts<Text extends Pick<LogEntry, 'request'>>(
  { requests }: Services<{ requests: 'read' }>,
  user: ConsoleUser,
  texts: readonly Text[],
): Promise<Text[]> {
  const ids = [...new Set(texts.flatMap(({ request }) => request ?? []))];
  const records = await Promise.all(ids.map((id) => requests.find(user.town, id)));
  const hidden = new Set(
    ids.filter((_, i) => {
      const record = records[i];
      return record !== undefined && !isFor(user, record);
    }),
  );
  return texts.filter(({ request }) => request === undefined || !hidden.has(request));
}
