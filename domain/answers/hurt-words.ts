const CLAUSE = /[^,.;!?\n]+/g;

const HURT =
  /[烧烫炸砸压摔咬刺扎冻电受负]伤|伤[员者]|伤[着到](?:了)?(?:人|腿|腰|头|手|脚)|昏[迷倒]|晕[倒过]|流血|中毒了|断气|(?:救护车|120|大夫|医生).{0,4}(?:快|来)|(?:快|要|叫|请|喊|派).{0,4}(?:救护车|120)|\b(?:burns|burned|burnt|injur\w+|hurt|bleeding|unconscious|casualt\w+|collapsed|not breathing)\b|\b(?:ambulance|paramedics?|stretcher)\b.{0,12}\b(?:needed|required|please|now|quick)|\b(?:need|send|call|want)\w*\b.{0,10}\b(?:ambulance|paramedics?)\b/;
const NOBODY =
  /没(?:有)?(?:人|任何人|造成|一个)?.{0,2}[受伤]|无(?:人|一人)?.{0,2}[受伤]|不要|不用|\b(?:no|not|nobody|no one|none|never|without|n't)\b/;
/** Whoever was hurt is looked after already. */
const LOOKED_AFTER =
  /送.{0,4}(?:医|院)|拉走|接走|(?:打上|打了|打过)针|包扎|出院|好转|\b(?:ambulance|paramedics?|doctor|vet|hospital) (?:has|have|took|got)\b|\b(?:taken|gone|brought|off|on (?:his|her|their) way) to\b|\b(?:treated|bandaged|discharged|recovered|sitting up|stable)\b/;

/** Whether words say that somebody is hurt, of whom they do not say that others look after them: in folded text. */
export const saysSomebodyIsHurt = (folded: string): boolean =>
  !LOOKED_AFTER.test(folded) &&
  (folded.match(CLAUSE) ?? []).some((clause) => HURT.test(clause) && !NOBODY.test(clause));
