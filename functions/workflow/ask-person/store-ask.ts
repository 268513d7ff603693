import type { AskItem, AskOfContact, RecordedAnswer } from '../../../adapters/ask-store.js';
import { bytesOf } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
import { askCode } from '../../../domain/codes/ask-code.js';
import { systemsAnswer } from '../../use-cases/settle-ask.js';

/** A planned ask and what it is put for, to whom, and the task that waits. */
export type Putting = Pick<AskItem, 'town' | 'of' | 'subject' | 'contact' | 'token' | 'hears'> & {
  readonly planned: PlannedAsk;
};

type Effects = Services<{ asks: 'findOfPerson' | 'put' }>;

/** How much the waiting task is told, by the contract of its machine. */
export const heardBy = (contract: 1 | 2): Pick<AskItem, 'hears'> => (contract === 1 ? {} : { hears: 'next' });

/**
 * Stores an ask with the token of the waiting task. What comes back was answered before where the workflow retried, or
 * nothing ran when it was.
 */
export async function storeAsk({ asks }: Effects, { planned, ...putting }: Putting): Promise<AskItem> {
  return asks.put({
    ...putting,
    n: planned.n,
    code: putting.contact === undefined ? '' : await freeCode({ asks }, putting, planned.n, putting.contact),
    kind: planned.kind,
    options: planned.options,
    digits: 'one-meaning',
    until: planned.until,
    askedAt: planned.askedAt,
    state: 'open',
    waitsFor: planned.to.who === 'request' ? planned.to.request : undefined,
    stage: planned.stage,
    step: planned.step,
  });
}

/** A code that names no other open ask of this person; it follows from the ask, so a retry finds the same one. */
async function freeCode(
  { asks }: Services<{ asks: 'findOfPerson' }>,
  { town, subject }: Pick<Putting, 'town' | 'subject'>,
  n: number,
  contact: string,
): Promise<string> {
  const others = (await asks.ofContact(town, contact)).filter(
    (ask: AskOfContact) => ask.subject !== subject || ask.n !== n,
  );
  const taken = new Set(others.map(({ code }) => code));
  for (let salt = 0; ; salt += 1) {
    const code = askCode(bytesOf(`${town} ${subject} ${n} ${salt}`));
    if (!taken.has(code)) return code;
  }
}

/** Ends an ask that is no longer planned: answered before, or begun anew. The standing answer comes back. */
export async function endUnplanned(
  { asks }: Services<{ asks: 'put' }>,
  { town, of, subject, token }: Pick<AskItem, 'town' | 'of' | 'subject' | 'token'>,
  n: number,
  at: number,
): Promise<AskItem & { readonly answer: RecordedAnswer }> {
  const answer = systemsAnswer({ subject, n }, 'superseded', at);
  const ended = await asks.put({
    town,
    of,
    subject,
    n,
    code: '',
    kind: 'report',
    options: [],
    until: at,
    askedAt: at,
    state: 'answered',
    token,
    answer,
  });
  return { ...ended, answer: ended.answer ?? answer };
}
