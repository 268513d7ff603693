import type { AskItem } from '../../../adapters/ask-store.js';
import type { Services } from '../../../adapters/services.js';

/** The ask beside a request that this very text answered, when it was delivered before. */
export async function answeredBy(
  { asks }: Services<{ asks: 'list' }>,
  { town, request, text }: { town: string; request: string; text: string },
): Promise<AskItem | undefined> {
  const beside = await asks.ofRequest(town, request);
  return beside.find(({ answer }) => answer?.key === text);
}
