import { climb } from '../posts/climb.js';
import { inOffice } from '../posts/in-office.js';
import type { Town } from '../town/schema.js';
import { ASK_KINDS, type AskKind, type AskOption } from './ask-kinds.js';
import type {
  Addressee,
  AskToWaitFor,
  HeldWork,
  Ladder,
  PlannedAsk,
  Question,
  Refusal,
} from './planned-ask.js';
import { given } from '../words/given.js';

/** The subject of asks: a request, or a task of the staff. */
export interface AskHolder {
  readonly asks: PlannedAsk[];
  readonly askCount: number;
}

export interface AskDraft {
  readonly kind: AskKind;
  readonly to: Addressee;
  readonly until: number;
  readonly options?: readonly AskOption[];
  readonly stage?: number;
  readonly step?: string;
  readonly extensions?: number;
  readonly again?: number | undefined;
  readonly before?: PlannedAsk['before'];
  readonly quiet?: true;
  readonly other?: string;
  /** Whether there are documents that may be missing. */
  readonly documents?: boolean;
  /** Whether it is about somebody who may be given aid. */
  readonly aid?: boolean;
  /** Somebody is in danger: nobody ends that by refusing, whoever cannot come says so and the next is asked. */
  readonly urgent?: boolean;
  /** It complains about staff: nobody else may hear of it, so it is passed on to nobody and nobody is called to it. */
  readonly sealed?: boolean;
  /** Whether it can be put off; absent: it can. */
  readonly extendable?: boolean;
  readonly held?: HeldWork;
  readonly refusal?: Refusal;
  /** The question that a sender is asked back. */
  readonly question?: Question;
}

export interface Planned<Holder> {
  readonly record: Holder;
  readonly ask: AskToWaitFor;
}

/** The options of an ask: of its kind's options those that make sense here. */
const optionsOf = (draft: AskDraft): AskOption[] =>
  ASK_KINDS[draft.kind].map((rule) => rule.option).filter((option) => isOffered(option, draft));

function isOffered(option: AskOption, { kind, to, other, ...draft }: AskDraft): boolean {
  switch (option) {
    case 'same':
      // Only where another open request looks like it.
      return other !== undefined;
    case 'documents':
      return draft.documents === true;
    case 'aid':
      return draft.aid === true;
    case 'transfer':
      // Of what may be a complaint it says that it is none.
      return kind === 'complaint' || draft.sealed !== true;
    case 'call':
      return draft.sealed !== true;
    case 'extend':
      return draft.extendable !== false;
    case 'decline':
      // On the last rung there is nobody else to ask.
      return to.who === 'staff' && !to.last && (kind !== 'report' || draft.urgent === true);
    case 'refuse':
      return kind !== 'report' || draft.urgent !== true;
    default:
      return true;
  }
}

/** Puts an ask into the record and says what the workflow waits for. */
export function planAsk<Holder extends AskHolder>(
  record: Holder,
  draft: AskDraft,
  at: number,
): Planned<Holder> {
  const n = record.askCount + 1;
  const { stage, step, extensions, again, before, quiet, other, held, refusal, question } = draft;
  const ask: PlannedAsk = {
    n,
    kind: draft.kind,
    to: draft.to,
    options: [...(draft.options ?? optionsOf(draft))],
    askedAt: at,
    until: draft.until,
    ...given({ stage, step, extensions, again, before, quiet, other, held, refusal, question }),
  };
  return {
    record: { ...record, askCount: n, asks: [...record.asks, ask] },
    ask: { n, timeoutSeconds: secondsUntil(at, draft.until) },
  };
}

/** At least a second: a deadline that has passed still gives the ask a moment, and AWS refuses 0. */
export const secondsUntil = (at: number, until: number): number =>
  Math.max(1, Math.ceil((until - at) / 1000));

export const plannedAsk = ({ asks }: AskHolder, n: number): PlannedAsk | undefined =>
  asks.find((ask) => ask.n === n);

export const withoutAsk = <Holder extends AskHolder>(record: Holder, n: number): Holder => ({
  ...record,
  asks: record.asks.filter((ask) => ask.n !== n),
});

/** Who looks again at what somebody found, who left the town's service since. */
const held = (town: Town, ladder: Ladder): Ladder =>
  ladder.ladder === 'person' ? { ...ladder, staff: inOffice(town, ladder.staff, {}) } : ladder;

/** The person at a rung of a ladder, or the next above who is not on leave. */
export function staffAt(
  { town }: { readonly town: Town },
  ladder: Ladder,
  rung: number,
  at: number,
): Addressee & { who: 'staff' } {
  const found = climb(town, held(town, ladder), rung, at);
  return { who: 'staff', staff: found.staff, ladder, rung: found.rung, last: found.last };
}
