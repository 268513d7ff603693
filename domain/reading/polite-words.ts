/** Thanks and "please" at the end of a text, and what stands between. */
const TAIL =
  /(?<![\s,，.。!！~～])[\s,，.。!！~～]*(?:(?:谢谢|多谢|感谢|麻烦|辛苦|拜托)(?:了|您|你|你们|您们|大家|各位|啦|哈|领导)*|thank you|thanks|thx|ty|cheers|pls|please)[\s,，.。!！~～🙏]*$/iu;
/** Words with which a text may begin before it says anything. */
const HEAD =
  /^[\s,，.。!！]*(?:收到|好的?|嗯|您好|你好|在吗|ok(?:ay)?|hello|hi|hey|yes|good (?:morning|evening|day)|dear sirs?)[\s,，.。!！~～]+/iu;
/** Words that thank for something done: then the thanks are what the text says. */
const DONE =
  /(?:修好|弄好|换好|搞好|好了|亮了|来了|通了|清走|清了|解决|处理|办好|办成|到账|works|working|fixed|repaired|mended|back on|sorted|resolved|done|arrived)/iu;
/** Characters that a matter has at least. */
const SHORTEST = 4;

/**
 * A text without the greeting before it and the thanks behind it, where they only frame a request: "路上全是坑 谢谢" asks for
 * something, "修好了 谢谢" does not.
 */
export function withoutManners(words: string): string {
  const head = HEAD.exec(words)?.[0].length ?? 0;
  const said = words.length - head >= SHORTEST ? words.slice(head) : words;
  const tail = TAIL.exec(said);
  if (!tail || tail.index < SHORTEST) return said;
  const rest = said.slice(0, tail.index);
  return DONE.test(rest) ? said : rest;
}
