/**
 * Words that turn an answer round, or leave it open, whatever else it says. A text with them is never taken as it is: where they were no doubt after all,
 * one digit says so. They are looked for in folded text.
 */
const MEANT_OTHERWISE: readonly RegExp[] = [
  // Questions back.
  /[?？]\s*$/,
  /(?:吗|么|没有|没)[\s.。!！]*$/,
  /(?:咋|怎么|哪个|哪里|哪天|几点|几岁|几口人|多大岁数|多大年纪|啥时候|什么时候|是不是|有没有|能不能|谁)(?!.{0,2}都)/,
  /(?:能|会|行|可以|要|在|是|有|对)[^,，.。;；]{0,8}不[\s.。!！]*$/,
  /^(?:who|what|when|where|which|why|how|is it|are you|do i|do you|can i|could you|should i)\b/,
  // Irony and curses.
  /个屁|个鬼|个头|个锤子|才怪|呵呵|寂寞|拉倒|白搭|可真行|真行啊|真能干|my (?:foot|arse|ass)|yeah right|as if|my eye/,
  // Conditions, choices.
  /如果|要是|的话|除非|\bif\b|\bunless\b|或者|\bor\b|\beither\b/,
  // Hearsay, guesses.
  /好像|应该|可能|听说|大概|估计|也许|说不准|差不多|算是|maybe|perhaps|probably|i think|i guess|i heard|they say|supposed|should be|not sure/,
];
const TURNS =
  /但是|但(?!愿)|不过|可是|就是(?!了)|除了|可(?:就|还|又|也)|\bbut\b|\bthough\b|\bhowever\b|, ?yet\b|\byet (?:it|they|still|the)\b/;

/** What is done by half is not done; what puts off or says which papers are missing names it rightly. */
export const isByHalf = (folded: string): boolean =>
  /一半|基本|大体|大致|还差|就差|还剩|只剩|部分|没全|不全|还缺|half|partly|mostly|almost|except|apart from|nearly|more or less/.test(
    folded,
  );

/** "2还是1啊": two digits, of which nobody knows which is meant. */
export const offersChoice = (folded: string): boolean => /还是\s*\d|\bor\s*\d/.test(folded);

/** "老张说弄好了", "the plumber says it is fixed": whoever answers was not there. */
const REPORTED =
  /(?:老[\u4e00-\u9fff]|小[\u4e00-\u9fff]|师傅|电工|邻居|隔壁|[用住]户|户主|村里|人家|[他她]们?|会计|班长|儿子|媳妇|闺女)[\u4e00-\u9fff]{0,2}(?:说|讲|回话)(?![和合服通不明没话开])|\b(?:he|she|they|customer|plumber|electrician|neighbou?r|wife|husband|son|daughter|lad|owner|tenant|boss|[a-z]+) (?:says|reckons|told me)\b/;
/** For the time being, or broken again since. */
const NOT_FOR_GOOD =
  /临时|先(?:凑合|将就)|temporar|for now|patched|(?:[好修办弄调谈补换][好完成上妥]|修|好|换)了?[^,，。]{0,4}又(?![没不])/;

/** Whether words that say that something is done say it of what others did or saw, or only for the time being. */
export const isLittleSure = (folded: string): boolean => REPORTED.test(folded) || NOT_FOR_GOOD.test(folded);

/** "大概周五", "maybe Tuesday": whoever puts off need not know the day; nothing else in the words may leave a doubt. */
export function isGuessedDay(folded: string): boolean {
  const surely = folded.replace(/可能|大概|估计|也许|maybe|perhaps|probably/g, '');
  return surely !== folded && !turnsRound(surely);
}

/** A question in answer to a question. */
export const asksBack = (folded: string): boolean =>
  /[?？]\s*$|(?:吗|么)[\s.。!！]*$|^(?:谁|啥|什么|为什么|咋|怎么|哪)/.test(folded);

/** "同意，但要再研究", "approve, but not this month": what comes first is taken back. */
export const beginsWithBut = (folded: string): boolean =>
  /^(?:但|不过|可是|but\b|though\b|however\b)/.test(folded);

/** "2 fixed", "2 已修好": words that begin with a plain yes, and turn nowhere. */
export const beginsWithYes = (folded: string): boolean =>
  /^(?:已经?|都)?(?:(?:修|办|弄|搞)好|办结|解决|搞定|完成|同意|满意)了?(?:[,.!\s]|$)|^(?:fixed|done|sorted|repaired|solved|yes|all good)\b/.test(
    folded,
  ) &&
  !/[又没不]/.test(folded) &&
  !/\b(?:not|no|again|still)\b/.test(folded) &&
  !TURNS.test(folded);

/** "1 还没交", "1 not yet": words that begin with a no, and are none of the ways to say yes with one. */
export const beginsWithNo = (folded: string): boolean => NO.test(folded) && !NO_THAT_SAYS_YES.test(folded);

const NO =
  /^(?:(?:我|俺|他|她|人)?(?:还|都|压根|根本)?(?:没|未|尚未)|不|(?:千万)?[别甭]|[^,，。\s忘错少差跑]不(?:了|好|成|上|动|开)|(?:not|no|never|nothing)\b|(?:have|has|is|are|was|do|does|did|can|could|wo|would)n['\u2019]?t\b|cannot\b)/;
const NO_THAT_SAYS_YES =
  /^不(?!行|修|去|干|做|办|管|要|想|能|来|批|同意|给)[^,，。\s]{1,3}了|^别(?:客气|担心|急)|^(?:没|不)(?:有)?(?:任何)?(?:问题|毛病|意见|异议|啥|什么|说的|得说|事|难|错|赖|孬|差|客气|用谢|麻烦|耽误)|^(?:no|not a) (?:problem|issue|worr|complaint|objection|bother|doubt)|^not (?:bad|at all|a bother)|^nothing (?:wrong|to complain|found)|^can(?:no|['\u2019])?t (?:fault|complain)/;

/** A time to come: whoever names one puts off rather than refuses. */
export const namesLater = (folded: string): boolean =>
  /明天|明儿|后天|下周|下个?星期|下个?月|改天|改日|过(?:几|两|些)天|年后|节后|tomorrow|next (?:week|month|mon|tue|wed|thu|fri|sat|sun)|later\b|in a few days/.test(
    folded,
  );

/** Whether words turn an answer round, or leave it open, otherwise than by saying that it is done by half. */
export const turnsRound = (folded: string): boolean => isMeantOtherwise(folded) || TURNS.test(folded);

/** Whether words ask, mock or repeat what others say, so that they are no answer of their own. */
export const isMeantOtherwise = (folded: string): boolean =>
  MEANT_OTHERWISE.some((doubt) => doubt.test(folded));

export const leavesDoubt = (folded: string): boolean => turnsRound(folded) || isByHalf(folded);
