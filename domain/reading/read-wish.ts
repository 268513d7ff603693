/** Words by which a resident asks that whoever handles a request does not learn who they are. */
const CHINESE =
  /匿名|(?:别|不要|不能|不想|请勿|勿|莫|甭)(?:让|叫|给|跟|和|对|向|把|说|告诉|透露|泄露|公开|暴露|写|提|讲|留|报).{0,8}?(?:我(?:是谁|的?(?:名字?|姓名|电话|号码|信息|身份))|(?:是|出)(?:我|俺)|名字|姓名|署名)|(?:名字|姓名|电话|身份|信息).{0,4}?保密|(?:替|帮|给|为)(?:我|俺).{0,2}?保密|保密(?:我|俺)|(?:别|不要)说是(?:我|俺)|不(?:要|想|敢)?(?:留|署)名/u;
const ENGLISH =
  /\banonymous(?:ly)?\b|\bkeep (?:my|our) (?:name|number|details|identity)s? (?:out|private|secret|confidential|to yourself)|\b(?:don'?t|do not|never|please don'?t) (?:tell|let|say|give|show|share|use|pass|mention|name)\b.{0,30}?\b(?:who i am|it(?:'s| is| was)? me|my (?:name|number|details)|know it)|\bwithout (?:my name|giving my name|naming me)|\bleave my name out|\bno names?,? please|\bnot (?:to )?be named\b|\bwithhold my (?:name|number)/i;

/** Whether words ask that whoever handles the matter does not see name and number. */
export const asksToWithholdName = (words: string): boolean => CHINESE.test(words) || ENGLISH.test(words);
