/**
 * Words that no template may hold: a diagnosis, or a number that identifies a person. A text lies open on a screen, and
 * is read by whoever holds the phone. The names of illnesses that a town's programmes are for come in by placeholder,
 * to who applied or decides.
 */
const DIAGNOSIS =
  /诊断|确诊|病历|癌|肿瘤|艾滋|梅毒|肝炎|结核|精神(?:病|分裂|障碍)|抑郁|残疾等级|diagnos|cancer|tumou?r|hepatitis|tuberculosis|schizophren|psychiatric|depression/i;
/** Only in capitals: hearing aids are not meant. */
const ACRONYM = /\b(?:HIV|AIDS|COPD|PTSD)\b/;
const IDENTITY = /身份证号?|社保号|\bID (?:card|number)\b|social security number/i;
/** A resident identity card has 18 characters, an old one 15 digits. */
const IDENTITY_NUMBER = /(?<!\d)(?:\d{17}[\dX]|\d{15})(?!\d)/i;

/** The first private thing that fixed words name. */
export const privateWord = (words: string): string | undefined =>
  (DIAGNOSIS.exec(words) ?? ACRONYM.exec(words) ?? IDENTITY.exec(words) ?? IDENTITY_NUMBER.exec(words))?.[0];
