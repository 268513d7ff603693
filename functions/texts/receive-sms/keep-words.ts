import type { AskItem } from '../../../adapters/ask-store.js';
import type { Services } from '../../../adapters/services.js';

/** Adds what somebody said later to the words of their request. Said again it is there once. */
export async function keepWords(
  { requests }: Services<{ requests: 'readPerson' | 'tellMore' }>,
  { town, subject }: Pick<AskItem, 'town' | 'subject'>,
  words: string,
): Promise<void> {
  const person = await requests.findPerson(town, subject);
  if (!person || person.description.split('\n').includes(words)) return;
  await requests.keepDescription(town, subject, `${person.description}\n${words}`);
}
