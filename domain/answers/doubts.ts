/**
 * Words that turn an answer round, or leave it open, whatever else it says. A text with them is never taken as it is: where they were no doubt after all,
 * one digit says so. They are looked for in folded text.
 */
const MEANT_OTHERWISE: readonly RegExp[] = [
  // Questions back.
  /[?？]\s*$/,
  /(?:吗|么|(?<!(?:问题|毛病|意见|异议|怨言|事)(?:也|都)?|用)没有?)[\s.。!！]*$/,
  /(?:(?<![不没])(?:咋|怎么)|哪个|哪里|哪天|几点|几岁|几口人|多大岁数|多大年纪|啥时候|什么时候|谁)(?!.{0,2}都)/,
  // "受理不受理", "改没改", "收还是不收": neither.
  /(?<![没动时爱])([\u4e00-\u9fff]{1,2})(?:还是)?[不没]\1/,
  /(?:能|会|行|可以|要|在|是|有|对)[^,，.。;；]{0,8}不[\s.。!！]*$/,
  /^(?:who|what|when|where|which|why|how|do i|do you)\b/,
  /^(?:(?:is|are|was|does|would|could|should|shall|must|can|may)(?:n't)? (?:it|that|this|an?|the|i|we|you|they|he|she|there|somebody|someone|anyone|anybody)|(?:will|did|has|have)(?:n't)? (?:you|they|he|she|anyone|anybody|somebody))\b/,
  // Irony and curses.
  /个屁|个鬼|个头|个锤子|才怪|呵呵|寂寞|拉倒|白搭|可真行|真行啊|真能干|my (?:foot|arse|ass)|yeah right|as if|my eye/,
  // Conditions, choices.
  /如果|要是|只要|的话|除非|\bif\b|\bunless\b|或者|\bor\b|\beither\b|看着办|你们说了算|\bup to you\b|\byou decide\b|\byes and no\b/,
  // Two noes: "不能不去", "并非不同意".
  /(?:没法|没办法|不能|不得|不会|并非|并不是|不是|未见)不(?![同一]样|了|行|过)/,
  // Said, and taken back in the same breath: "同意吧…等等我再核一下".
  /^(?:同意|好|行|可以|批|准|受理|合格|满意|通过|ok|okay|yes|approved?)[^,.…]{0,4}[\s,.…!]+(?:(?:等等|等一下|慢着|且慢)[^去来]*$|算了|不对|(?:no,? )?wait\b|hold on\b|hang on\b|scratch that)/,
  // Hearsay, guesses.
  /好像|应该|可能|听说|大概|估计|也许|说不准|差不多|算是|maybe|perhaps|probably|i think|i guess|i heard|they say|supposed|should be|not sure|i suppose|i believe|i should think|apparently|sort of|kind of|so[ -]so|凑合|勉强|七七八八/,
];
const TURNS =
  /但是|但(?!愿)|(?:^|[,.;\s，。；])不过|(?<![赶走忙过说比受熬超]|(?:^|[,.;\s，。；都也还]|验收|检查|审核|考核)通)不过(?![去来关户敏])|可是|就是(?!了)|除了|可(?:就|还|又|也)|\bbut\b|\bthough\b|\bhowever\b|, ?yet\b|\byet (?:it|they|still|the)\b/;

/** What is said behind the last turn: "I'd love to help, but I am away until Friday". */
export function behindTurn(folded: string): string | undefined {
  const turns = [...folded.matchAll(new RegExp(TURNS, 'g'))];
  const last = turns.at(-1);
  return last && folded.slice(last.index + last[0].length);
}

/** What is said before the first turn. */
export const beforeTurn = (folded: string): string => folded.slice(0, folded.search(TURNS));

/** A yes that hangs on something, or is to be decided: "subject to", "材料齐了就批", "in principle". */
export const isConditional = (folded: string): boolean =>
  /待(?:核实|定|研究|查|议|验收|审|批复|确认)|再议|\bto be (?:verified|decided|confirmed|discussed)\b|原则上?(?:同意|可以|受理|行)|前提|以[^,.]{1,8}为准|(?:齐|够|有[^,.]{0,4}|合适|没意见|不超|同意)了?我?们?[就再](?:批|同意|办|受理|接|给|算)|\bsubject to\b|\bprovided\b|\bin principle\b|\bassuming\b|\bonly if\b|\bonce (?:the|they|he|she|we|you|it|i)\b|\bdepend/.test(
    folded,
  );

/** Two people, of whom the second does not agree: "他说没事，他老伴说有事". */
export function isOfTwoMinds(folded: string): boolean {
  const voices = folded.split(/[,. ]+/).filter((clause) => /说(?![明服和合开])/.test(clause));
  return voices.slice(1).some((clause) => !/[也都]说/.test(clause));
}

/** "车坏半道上了，赶不过去": whoever set out and will not arrive. */
export const cannotGetThere = (folded: string): boolean =>
  /(?:[去过来到]|赶)不(?:了|过|到|上|成)|抛锚|趴窝|另派|另找|派别|换(?:人|别)|\b(?:can't|cannot|couldn't|won't|unable to)\b|\bbroke(?:n)? down\b|\b(?:someone|somebody|anyone) else\b|\banother (?:crew|team)\b/.test(
    folded,
  );

/** Politeness around a no, or around what somebody else is to do. */
const COURTESY =
  /\bi(?: do|'d)? ?(?:think|believe|say|reckon|guess)\b|\b(?:could|can|would|will) (?:they|you|somebody|someone|he|she)\b[^?.]{0,60}\?|应该(?=[是归由找让])|(?:能不能|能否|可不可以)?(?:请|麻烦)[^,.?]{1,20}[?]/g;
export const withoutCourtesy = (folded: string): string => folded.replace(COURTESY, ' ');

/** "Would it be all right to have until Monday?", "能不能再宽两天？": who asks for time puts off. */
const ASKS_FOR_TIME =
  /^(?:would it be (?:all ?right|alright|ok(?:ay)?|possible)|(?:could|can|may|might) (?:i|we))\b(?=.*\b(?:until|till|to have|more|another|extra|wait|later|leave it)\b)|(?:能不能|可不可以|能否|可否)(?=.{0,3}(?:宽|缓|延|等|晚|推|往后|给.{0,3}天))/g;
const ASKING = /行吗|可以吗|好吗|成吗|中吗|行不|中不|成不|[?？]/g;
export const withoutPlea = (folded: string): string => {
  const rest = folded.replace(ASKS_FOR_TIME, ' ');
  return rest === folded ? folded : rest.replace(ASKING, ' ');
};

/** Where else somebody may turn: "让他找律师或者法庭". */
export const withoutAdvice = (folded: string): string =>
  folded.replace(
    /(?:找|请|问|打|去|走|\b(?:ask|see|call|ring|try)\b)[^,.]{0,20}(?:或者?|\bor\b)[^,.]{0,20}/g,
    ' ',
  );

const BEFORE =
  /昨天|前天|昨晚|本来|原来|原先|之前|刚开始|一开始|起初|头回|yesterday|at first|earlier|previously|first attempt/;
const NOW = /今天|今早|今晨|今日|现在|后来|\bnow\b|\btoday\b|\bthis morning\b/;
/** How it was before, where it is said how it is now: "昨天还差一点，今天砌上了". Only what is said last counts. */
export function withoutBefore(folded: string): string {
  const end = folded.search(/[,.;]/);
  const rest = folded.slice(end + 1);
  return end >= 0 && BEFORE.test(folded.slice(0, end)) && NOW.test(rest) ? rest.trimStart() : folded;
}

/** What is done by half is not done; what puts off or says which papers are missing names it rightly. */
export const isByHalf = (folded: string): boolean =>
  /一半|基本|大体|大致|总体(?:上)?(?:尚可|还|可以)|还差|就差|还剩|只剩|部分|没全|不全|还缺|half|partly|mostly|almost|except|apart from|nearly|largely|on the whole|by and large|more or less/.test(
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

/** Not done yet, however well it goes: "正在办理中", "expected by noon", "has been arranged". */
const IN_HAND =
  /正在(?!用)|积极(?:协调|推进)|预计|争取|力争|有望|仍在|观察|暂时|暂未|觉[着得](?!不)|\bin progress\b|\bbeing (?:done|dealt|handled|fixed|repaired)\b|\bexpect|\bmonitor|\bwill be\b|\bto be (?:done|fixed|finished)\b|\bfor the moment\b/;

/** Done for the time being, broken again since, or not done yet. */
export const isForNow = (folded: string): boolean => NOT_FOR_GOOD.test(folded) || IN_HAND.test(folded);

/** Whether words that say that something is done say it of what others did or saw, or only for the time being. */
export const isLittleSure = (folded: string): boolean => REPORTED.test(folded) || isForNow(folded);

/** "火又着了", "still burning": an emergency that is not over. */
export const goesOnStill = (folded: string): boolean =>
  /又(?:着|漏|烧|冒|起)|复燃|(?:还|仍)在?(?:烧|着|漏|冒)|[没未]灭|\bstill (?:burning|leaking|smoking|on fire)\b|\bflar(?:ed|es|ing) up\b|\breignite|\b(?:burning|leaking|on fire) again\b/.test(
    folded,
  );

/** "昨天批了，今天撤回": a yes that no longer holds. */
export const isTakenBack = (folded: string): boolean =>
  /反悔|变卦|(?:今天|今早|今晨|今日|现在|后来|刚|又)[^,.]{0,4}撤(?:了|回|销)|\bwithdrawn\b|\b(?:took|taken) (?:it|that) back\b/.test(
    folded,
  );

/** "我们自己办不了": whoever cannot do it themselves. */
export const cannotOneself = (folded: string): boolean => /(?:自己|我们)[^,.]{0,4}不[了成动]/.test(folded);

/** "修好需要三百块钱": a sum that is asked for, and not given. */
export const asksForSum = (folded: string): boolean =>
  /需要|(?<![不主重])要(?!了|紧)|申请|先给(?!了)|\b(?:needs?|asks?|asking|wants?|requests?|requires?)\b/.test(
    folded,
  );

/** "先给500让他自己修": whoever speaks of a sum to be given refuses nothing. */
export const speaksOfSum = (folded: string): boolean => /给[^,.]{0,4}[\d百千]/.test(folded);

/** "问题没有", "一点毛病都没有": a no that finds nothing wrong. */
export const findsNoTrouble = (folded: string): boolean =>
  /(?:问题|毛病|意见|异议|怨言)(?:也|都)?没有?(?:[,.;!\s]|$)/.test(folded);

/** "本来不满意，后来修好了": it is not said how they find it now. */
export function wasUnsatisfied(folded: string): boolean {
  const was =
    /(?:本来|原来|原先|之前|起初|开始)[^,.，。]{0,4}不满意[,.，。\s]|\bwas (?:not |un)(?:happy|satisfied)\b/.exec(
      folded,
    );
  return was !== null && /后来|现在|今天|最后|\bnow\b/.test(folded.slice(was.index + was[0].length));
}

/** "麻烦快点": who pleads to be helped is not helped yet. */
export const pleads = (folded: string): boolean =>
  /快(?:点|些|来)|[尽赶]快|赶紧|抓紧|拜托|求求|\bhurry\b|\bplease (?:come|fix|send|do|help)\b/.test(folded);

/** Little pictures and signs alone. */
export const hasNoWords = (folded: string): boolean => !/[\p{L}\d]/u.test(folded);

/** "大概周五", "maybe Tuesday": whoever puts off need not know the day; nothing else in the words may leave a doubt. */
export function isGuessedDay(folded: string): boolean {
  const surely = folded.replace(/可能|大概|估计|也许|maybe|perhaps|probably/g, '');
  return surely !== folded && !turnsRound(surely);
}

/** A question in answer to a question. */
export const asksBack = (folded: string): boolean =>
  /[?？]\s*$|(?:吗|么)[\s.。!！]*$|^(?:谁|啥|什么|为什么|咋|怎么|哪)/.test(folded);

/** "同意，但要再研究", "approve, but not this month", "yes... hang on": what comes first is taken back, or hangs on what follows. */
export const beginsWithBut = (folded: string): boolean =>
  /^[\s,.…!]{0,9}(?:但|不过|可是|只是|就是(?!了)|前提|等等(?![^,]*[去来])|慢着|but\b|though\b|however\b|subject to\b|provided\b|(?:no,? )?wait\b|hold on\b|hang on\b|scratch that)/.test(
    folded,
  );

/** "2 fixed", "2 已修好": words that begin with a plain yes, and turn nowhere. */
export const beginsWithYes = (folded: string): boolean =>
  /^(?:已经?|都)?(?:(?:修|办|弄|搞)好|办结|解决|搞定|完成|同意|满意)了?(?:[,.!\s]|$)|^(?:fixed|done|sorted|repaired|solved|yes|all good)\b/.test(
    folded,
  ) &&
  !/[又没不]/.test(folded) &&
  !/\b(?:not|no|again|still)\b/.test(folded) &&
  !TURNS.test(folded);

/** "3 修好了": a yes, and no word of when. */
export const saysOnlyYes = (folded: string): boolean =>
  beginsWithYes(folded) &&
  !/\d|[一二两三几][天周个]|缓|延|等|再|下周|月底|\b(?:until|till|by|later|more)\b/.test(folded);

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
