import type { VerdictQuestion } from '../asks/verdict.js';

interface YesAndNo {
  readonly yes: RegExp;
  readonly no: RegExp;
}

const either = (...parts: readonly RegExp[]): RegExp =>
  new RegExp(parts.map(({ source }) => `(?:${source})`).join('|'));

/**
 * How people say in one clause whether they were contacted, whether it is solved, whether they are satisfied; a no is looked for first. All of it is looked
 * for in folded text.
 */
export const VERDICT_WORDS: Readonly<Record<VerdictQuestion, YesAndNo>> & {
  readonly nobodyCame: RegExp;
  readonly grumbles: RegExp;
} = {
  contacted: {
    no: either(
      /(?:没|未|不)(?:有|见)?(?:人|谁|哪个)?.{0,4}(?:联系|通知|告诉|告知|跟(?:我|俺|咱)说|给(?:我|俺)说|打招呼|打听|打过?电话|来过?电话|接(?:到|着)过?.{0,2}(?:电话|通知|短信))/,
      /没(?:有)?(?:见)?(?:个)?人.{0,3}(?:来|管|理|问|找|说(?!法)|上门)/,
      /(?:电话|招呼|短信|人影|信儿)(?:都|也)?没(?!修|弄)/,
      /(?:谁|一个人|没一个)(?:都|也)?没(?:来|联系|打|问|找)/,
      /\b(?:no ?one|nobody|never|not|none|without)\b.{0,24}\b(?:rang|ring|rung|call(?:ed|s|ing)?|phoned?|contact(?:ed)?|told|tell|came|come|let (?:me|us) know|been in touch|got in touch|texted|informed|spoke)\b/,
      /n't\b.{0,16}\b(?:ring|call(?:ed)?|phoned?|contact(?:ed)?|told|tell|come|let me know|been in touch|informed)\b/,
      /\bnever heard\b|\bheard nothing\b|\bno (?:contact|call|phone call|word|text|visit|news)\b|\bhad to (?:ring|chase|phone|call)\b/,
    ),
    yes: either(
      /联系(?:过|了|上|我了|俺了)|^联系$/,
      /(?:打|来|接)(?:过|了|到|着)?.{0,3}电话(?!.{0,2}(?:没|不))|电话(?:打|来|联系)(?:过|了)|(?:给|跟)(?:我|俺).{0,4}(?:打|说)(?:过|了)/,
      /通知(?:过|了|到)/,
      /来是来了|来(?:过|人|修|看)(?!的?时候)|来了(?:个|一|两|俩|三|几)|上(?:过)?门|(?:有人|人|师傅|干部|网格员|他们|工人)都?来(?:了|过|看)/,
      /(?<!no[ -]?one |nobody |never |not )\b(?:rang|phoned|called|contacted|came|visited|told me|told us|got in touch|texted|been on to me|phone call|got a call)\b/,
    ),
  },
  solved: {
    no: either(
      /(?:没|未|没有|还没|没给)(?:给)?(?:我|俺)?(?:修|弄|办|解决|处理|整|通|动|清|治|换|补|见好|好(?!气|意思))/,
      /(?:还是|还|仍然?|依然|照样|依旧|照旧).{0,6}(?:不(?!错|行吧|知道|清楚)|没(?:水|电|气|有|好|修|弄|$)|漏|坏|堵|黑|臭|老样|那样|这样|原样)/,
      /又(?:漏|坏|堵|灭|停|不|断|臭|黑)|老样子|原样|跟没.{1,3}一样|没(?:啥|什么|有|见)?(?:变化|动静|效果)/,
      /(?:坑|垃圾|水|洞|土|石头|车|狗).{0,2}还在|还在那/,
      /(?:修|弄|办|解决|处理|整)不(?:好|了|成)|(?<!就|不是)不(?:亮|通|出水|能用|管用|制冷|热)(?!了)/,
      /\b(?:not|never|isn't|wasn't|hasn't|aren't|didn't|haven't|isnt|wasnt|hasnt|didnt)\b.{0,14}\b(?:fix(?:ed)?|solved?|sort(?:ed)?|done|repair(?:ed)?|resolved?|work(?:ing|s)?|mend(?:ed)?|clean(?:ed)?|clear(?:ed)?|collect(?:ed)?|finished|changed)\b/,
      /\bstill\b(?!.{0,20}\b(?:works?|working now|fine|good|happy)\b)/,
      /\bno (?:change|repairs?|fix|improvement|better|difference)\b|\bnothing\b.{0,14}\b(?:done|happened|changed|fixed)\b/,
      /\b(?:off|broken?|broke|leaking|leaks|out|blocked|gone|back) again\b|\bas bad as\b|\bsame as (?:before|ever)\b|\bworse\b|\bun(?:solved|resolved|fixed)\b/,
    ),
    yes: either(
      /(?:修|弄|办|整|搞|治|补|清|换|通|解决|处理|做)(?:好|完|通|妥|掉|上|得好)|解决(?:了|啦|$)|处理(?:了|啦)|(?:亮|通|修)(?:了|啦)|来(?:水|电)了|(?:水|电|气)来了|不(?:漏|堵|臭|黑)了/,
      /问题(?:已|都|全)?解决|恢复(?:了|正常)|能用了|^好了/,
      /\b(?:fixed|solved|sorted|done|repaired|resolved|mended|working|works|filled|collected|cleared|finished)\b|\b(?:water|power|light|heat|electricity|gas)\b.{0,6}\bback\b/,
    ),
  },
  satisfied: {
    no: either(
      /(?<!没啥|没什么|没有|没说|哪能|哪有|哪会|不是|不能)不(?:太|大|很|怎么|咋|是很)?(?:满意|称心)|满意不(?:了|起来)|失望|差评|不合格/,
      /\b(?:not|n't|isn't|aren't|never)\b(?: (?:very|really|too|at all|one bit|so|entirely|fully|exactly))?(?: (?:happy|satisfied|pleased|impressed|content))\b/,
      /\b(?:far from|anything but|hardly) (?:happy|satisfied|pleased)|\b(?:dissatisfied|unsatisfied|unhappy|disappointed|disappointing|disgusted|disgrace(?:ful)?)\b/,
    ),
    yes: either(
      /满意|称心|好评|点赞|没(?:啥|什么|有)?意见/,
      /\b(?:happy|satisfied|pleased|delighted|content|thrilled|no complaints)\b/,
    ),
  },
  nobodyCame: either(
    /没(?:有|见)?(?:个)?人.{0,2}(?:来|管|理|上门)|没来(?:人|过|修|$)|(?:人|从来)(?:都|就)?没来/,
    /\b(?:no ?one|nobody)\b.{0,12}\b(?:came|come|showed|turned up|bothered)\b/,
    /\bnever (?:came|come|showed)\b|\bnot? came?\b|\bnot come\b/,
  ),
  grumbles: either(
    /慢|等了|拖|态度|不咋|不怎么|糊弄|凑合|马虎|对付|难看|费劲|催/,
    /\btoo (?:long|slow|late)\b|\bslow\b|\btook\b.{0,12}\b(?:weeks?|months?|days?|ages|forever|long)\b|\brude\b|\bmess\b|\bat last\b|\beventually\b|\bcould be better\b/,
  ),
};
