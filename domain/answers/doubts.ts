/**
 * Words that turn an answer round, or leave it open, whatever else it says. A text with them is never taken as it is: where they were no doubt after all,
 * one digit says so. They are looked for in folded text.
 */
const DOUBTS: readonly RegExp[] = [
  // Questions back.
  /[?？]\s*$/,
  /(?:吗|么|没有|没)[\s.。!！]*$/,
  /(?:咋|怎么|哪个|哪里|哪天|几点|啥时候|什么时候|是不是|有没有|能不能|谁)(?!.{0,2}都)/,
  /^(?:who|what|when|where|which|why|how|is it|are you|do i|do you|can i|could you|should i)\b/,
  // Irony and curses.
  /个屁|个鬼|个头|个锤子|才怪|呵呵|寂寞|拉倒|白搭|可真行|真行啊|真能干|my (?:foot|arse|ass)|yeah right|as if|my eye/,
  // Hearsay, guesses.
  /好像|应该|可能|听说|大概|估计|也许|说不准|差不多|算是|maybe|perhaps|probably|i think|i guess|i heard|they say|supposed|should be|not sure/,
  // Halves.
  /一半|还差|就差|还剩|只剩|部分|没全|不全|还缺|half|partly|mostly|almost|except|apart from|nearly/,
  // Turns.
  /但是|但(?!愿)|不过|可是|就是(?!了)|除了|可(?:就|还|又|也)|\bbut\b|\bthough\b|\bhowever\b|\byet\b/,
];

/** "2还是1啊": two digits, of which nobody knows which is meant. */
export const offersChoice = (folded: string): boolean => /还是\s*\d|\bor\s*\d/.test(folded);

/** A question in answer to a question. */
export const asksBack = (folded: string): boolean =>
  /[?？]\s*$|(?:吗|么)[\s.。!！]*$|^(?:谁|啥|什么|为什么|咋|怎么|哪)/.test(folded);

export const leavesDoubt = (folded: string): boolean => DOUBTS.some((doubt) => doubt.test(folded));
