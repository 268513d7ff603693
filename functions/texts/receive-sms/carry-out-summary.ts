import type { Services } from '../../../adapters/services.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

/** A member of staff wants notices that need no answer once a day, or each by itself. Asks come at once anyway. */
export async function takeSummary(
  { choices }: Services<{ choices: 'record' }>,
  { current, sender, text }: Received,
  daily: boolean,
): Promise<Reply> {
  if (!sender.staff) return { text: 'reply-help-resident', values: {} };
  const { id, sms } = current.town.settings;
  await choices.summarize(id, text.from, daily);
  return daily
    ? { text: 'reply-summary-on', values: { time: sms.summaryAt } }
    : { text: 'reply-summary-off', values: {} };
}
