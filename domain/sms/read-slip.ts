import { readAskCode } from '../codes/ask-code.js';
import { readRequestId } from '../codes/request-id.js';
import type { CorrectedOutcome } from '../request/correction.js';
import { foldText } from '../words/fold-text.js';

/** Somebody says that they answered wrongly, and how it should have been. */
export interface Slip {
  readonly outcome: CorrectedOutcome;
  /** A number or a code that they name, or part of one as people shorten it. */
  readonly names: readonly string[];
}

const SLIP =
  /[回按发点选打答]错(?:了|键|数字)*|[错误][按回发点]了?|手滑|(?<![a-z])(?:pressed|hit|sent|texted|typed|answered|chose|replied|put)(?![a-z]).{0,25}?(?<![a-z])wrong(?:ly)?(?![a-z])(?: (?:digit|number|key|button|answer|reply|one))?|wrong (?:digit|number|key|button|answer|reply)(?![a-z])|by mistake|my mistake/;

/** The intended outcome, in the order in which it is looked for: "not done" holds "done". */
const MEANT: readonly (readonly [CorrectedOutcome, RegExp])[] = [
  [
    'not-done',
    /没有?[办修弄做]|未[办修]|还没|没完|(?<![a-z])(?:not|isn'?t|is not|wasn'?t) (?:yet )?(?:done|fixed|finished)/,
  ],
  [
    'refused',
    /不予|不归我|不是我们的|办不了|不同意|不批|(?:应该?是|想回|要回|本来回)\s*2|(?<![a-z])(?:refus|reject|not ours)|(?:meant|should be)(?: to (?:press|send|text))?:? 2/,
  ],
  [
    'done',
    /[办修弄做搞]好|办[结完]|修完|做完|同意|批准|(?:应该?是|想回|要回|本来回)\s*1|(?<![a-z])(?:done|fixed|finished|completed?|approved?|agree[ds]?)(?![a-z])|(?:meant|should be)(?: to (?:press|send|text))?:? 1/,
  ],
];

const NAMES = /(?<![a-z0-9])(?:[2-9][a-z0-9]{3}-?[a-z0-9]{4}|(?=[a-z]*\d)[a-z0-9]{4})(?![a-z0-9])/g;

/** Whether somebody says that they answered wrongly. */
export const saysSlip = (text: string): boolean => SLIP.test(foldText(text));

/** Undefined where no slip, or no other meaning, is named: "回错了" alone takes back the latest answer. */
export function readSlip(text: string): Slip | undefined {
  const folded = foldText(text);
  const slip = SLIP.exec(folded);
  if (!slip) return undefined;
  const rest = `${folded.slice(0, slip.index)} ${folded.slice(slip.index + slip[0].length)}`;
  const outcome = MEANT.find(([, pattern]) => pattern.test(rest))?.[0];
  return outcome && { outcome, names: rest.match(NAMES) ?? [] };
}

/** Digits alone are a time or a year, unless they are a whole number. */
export const isSurelyName = (name: string): boolean => /\D/.test(name) || readRequestId(name) !== undefined;

/** Whether a name is that of a request, or of an ask about it; the first half of a number will do. */
export function isNamedSo(name: string, { subject, code }: { subject: string; code: string }): boolean {
  const read = readAskCode(name);
  if (read && 'code' in read && read.code === code) return true;
  return readRequestId(name) === subject || subject.toLowerCase().startsWith(name);
}
