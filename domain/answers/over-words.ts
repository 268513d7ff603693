const either = (...parts: readonly RegExp[]): RegExp =>
  new RegExp(parts.map(({ source }) => `(?:${source})`).join('|'));

/** Words for how it is now: nobody is in danger, it works again, nothing is there. */
const IN_ORDER = either(
  /安全|平安|没事|[没无]大?碍|无[恙事险异漏人火]|好好的|险情|排[除险]|解[除决]|恢复|正常|稳[定住]|合格|虚惊|误[报会]|假的|没(?:有)?(?:味|险|人|火|漏|伤|异常|明火|气味|危险|隐患|问题)|没了|不(?:漏|冒|烧|响|臭|晃|堵|淹|疼|喘|吐)/,
  /[来有供送通](?:上|回)?了?[水电气暖网]|(?:亮|通|灭|熄|净|干|退|化|醒)了|全亮|能用|[着到]零|畅通|通车|[保救]住/,
  /\b(?:safe|secured?|clear(?:ed)?|all out|fire'?s? out|out now|no (?:more|leak|gas|smell|fire|danger|one|injur)\w*|nobody|none|nothing|false|only|normal|working|works|running|live|lit|flowing|dry|tight|calm|breathing|stable|well|fine|ok|okay|all right|alright|good|grand|under control|accounted|in order)\b/,
  /\b(?:power|supply|water|gas|heat|heating|lights?|electric(?:ity)?|pressure|lift|pump|network|signal|line|mains?(?:'s)?)\b.{0,14}\b(?:on|back|up|off|again|taps?)\b|\bhas water\b|\bback (?:on|up|in|to|home|with)\b/,
);

/** Words for work that has come to its end, and for people who are found. */
const AT_ITS_END = either(
  /(?:[修办弄搞整补清通处理做装架焊埋填铺立打抽排停断关掐拧封堵围捞拆搬拉扶挪运抬摘疏消洗喂吃逮抓捉找救签登测检验查领批补调谈送交转撤合接换盖垒安撑收点]|(?<!出)发)(?:[^,.;\s不没才]{0,3})?(?:好|完|毕|妥|掉|净|住|死|紧|牢|着|到|走|开|出|回|成|过|平|实|通|齐|正|起来|下来|上|了)/,
  /修复|扑灭|(?<=[\u4e00-\u9fff])完了|完[成工事毕结活]|办[结妥]|搞定|齐活|收(?:工|队|拾)|结束|妥|好了|成功|人齐|出来|上来|回家|在家|到家|出院|脱险|获救|安置|疏散|送达|到户|开通|解散|已处理|换新|[进回]屋|掏开|讲明白|逮|清光|下来了/,
  /\b(?:done|finish(?:ed)?|complete(?:d|ly)?|fix(?:ed)?|sort(?:ed)?|repair(?:ed|s)?|replaced?|restored?|re-?(?:opened|connected|filled|set|sumed|welded|laid|fitted)|resum(?:ed|es)|(?:re|un)?solved|mended?|patched|chang(?:ed|e)|fitted|installed|sealed|capped|clamped|plugged|isolated|shut|closed?|locked|fenced|cut|remov(?:ed|e)|gone|found|rescued|saved|home|delivered?|handed|stopped|drained|pumped|clean(?:ed)?|treated|discharged|arrested|caught|evacuated|moved|settled|agreed|attended|extinguished|unblocked|emptied|straightened|lifted|stood down|connect(?:ed)?|swept|tested|passed|ended|over|handled|righted|held|open|down|(?<!paid |sent |set |gone |money )out|put (?:out|in|up|back|on)|got (?:him|her|them|it|everyone)|went well|mediated?|joined|tied|signed|stamped)\b/,
);

/** Whether words say that it is over: safe, repaired, restored, cut off, nobody there, a false alarm. */
export const saysItIsOver = (folded: string): boolean =>
  IN_ORDER.test(folded) || (AT_ITS_END.test(folded) && !SUCCEEDED.test(folded));

/** Somebody else holds the post: "换成老徐了". */
const SUCCEEDED = /换成?了?(?:人|别|老(?!化)|小)|不再?[当干任]/;
