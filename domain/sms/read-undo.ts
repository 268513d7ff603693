import { readAskCode } from '../codes/ask-code.js';
import { foldText } from '../words/fold-text.js';
import type { Command } from './command.js';

const CODE = /(?<![a-z0-9])[a-z][a-z0-9]{3}(?![a-z0-9])/g;
const COURTESY =
  /不好意思|对不起|抱歉|麻烦|谢谢|哎呀|请|啊|呀|\b(?:sorry|please|pls|thanks|thank you|oops|oh|ah)\b/g;
/** What is taken back: the latest text, or what it said. */
const LATEST =
  /刚才|刚刚|上一?[条个次]|前一[条个次]|[那这][条个次]?|\b(?:that|this|it|last|latest|previous)\b/g;
const ANSWER = /短信|信息|答复|回复|\b(?:text|message|answer|reply)\b/g;
const FILLERS = /我|的|了|吧|一下|给|\b(?:i|the|my|one|just|for|a)\b/g;

/** Says by itself that an answer is taken back, or was sent by mistake. */
const PLAINLY =
  /^(?:[搞弄]错(?=撤销))?(?:撤销|[回按发点选]错(?:键|数字|数)*|手滑|undo|(?:pressed|hit|chose|picked)?wrong(?:digit|button|key)|(?:was|by)*mistake)+$/;
/** Says so of a text, which is named beside it: "wrong answer". */
const WRONG = /^(?:was|sent|gave)*wrong$/;
/** A text is called off, or an appointment: "取消这次" is the latter to whoever has one. */
const CALLED_OFF = /^取消$/;
const THIS_TIME = /[这那][个次]/;
/** Says so of the latest text; of a request, or by itself, it may mean something else. */
const OF_LATEST = /^(?:取消|作废|不算数?|忽略|cancel|ignore|disregard|scratch|takeback)$/;
/** A request is withdrawn by it; an answer is taken back. */
const OF_ANSWER = /^(?:撤回|withdraw)$/;

/** "撤销", "不好意思按错了", "刚才那条不算", "undo K7QV", "ignore that last text": an answer is taken back, and nothing else is said. */
export function readUndo(text: string): Command | undefined {
  const folded = foldText(text).replaceAll(/[\s,.!。，！、…]+/g, ' ');
  const [code] = (folded.match(CODE) ?? []).flatMap((typed) => {
    const read = readAskCode(typed);
    return read && 'code' in read ? [read.code] : [];
  });
  const words = code === undefined ? folded : folded.replace(code.toLowerCase(), ' ');
  const isLatest = words.search(LATEST) >= 0;
  const isAnswer = words.search(ANSWER) >= 0;
  const rest = [COURTESY, LATEST, ANSWER, FILLERS]
    .reduce((left, pattern) => left.replace(pattern, ' '), words)
    .replaceAll(' ', '');
  const isOther = CALLED_OFF.test(rest) && THIS_TIME.test(words) && !isAnswer;
  const isUndo =
    PLAINLY.test(rest) ||
    ((isLatest || isAnswer || code !== undefined) && OF_LATEST.test(rest) && !isOther) ||
    (isAnswer && (OF_ANSWER.test(rest) || WRONG.test(rest)));
  return isUndo ? { name: 'undo', ...(code === undefined ? {} : { code }) } : undefined;
}
