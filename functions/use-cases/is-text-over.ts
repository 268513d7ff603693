import type { Services } from '../../adapters/services.js';
import type { StoredText } from '../../adapters/text-store.js';
import { isOverFor } from '../../domain/request/appointment.js';
import type { Town } from '../../domain/town/schema.js';

type Effects = Services<{ requests: 'read'; asks: readonly ['find', 'findOfTasks'] }>;

/** Whether nobody needs a waiting text any more: its ask was answered, or the time it reminds of is over. */
export const isTextOver =
  ({ asks, requests }: Effects, { settings: { id } }: Town) =>
  async ({ ask, reminds }: StoredText): Promise<boolean> => {
    if (reminds) return isOverFor(await requests.load(id, reminds.request), reminds);
    return ask !== undefined && (await asks.find({ town: id, ...ask }))?.state !== 'open';
  };
