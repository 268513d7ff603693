import { ASK_KINDS, type AskKind, type AskOption } from '../asks/ask-kinds.js';

/** What an answer may say besides the options of its ask. */
const BESIDES = [
  /** On the way to where it happens. */
  'on-the-way',
  /** There. */
  'on-site',
  /** Tried, and it is not in order. */
  'not-done',
  /** Contradicts itself, is meant ironically, is done by half, or asks something itself. */
  'unclear',
  /** Says something of the same matter that answers nothing. */
  'remark',
  /** Another matter, thanks, a message that went astray. */
  'other',
  /** Somebody is in danger, whatever is asked. */
  'danger',
] as const;
export type AnswerLabel = AskOption | (typeof BESIDES)[number];

/** Kinds of ask in which people tell how far they are. */
const GOING: ReadonlySet<AskKind> = new Set(['report', 'outcome']);

/** Everything that an answer to an ask of this kind may say. */
export function labelsOf(kind: AskKind): AnswerLabel[] {
  const goes = (label: AnswerLabel): boolean =>
    GOING.has(kind) || !['on-the-way', 'on-site', 'not-done'].includes(label);
  const heard = ASK_KINDS[kind].filter(({ unlisted }) => !unlisted);
  return [...heard.map(({ option }) => option), ...BESIDES.filter(goes)];
}

const KINDS = Object.keys(ASK_KINDS).filter((kind): kind is AskKind => kind in ASK_KINDS);

/** Every label, in the order of a model's outputs. */
export const ANSWER_LABELS: readonly AnswerLabel[] = [...new Set(KINDS.flatMap(labelsOf))];
