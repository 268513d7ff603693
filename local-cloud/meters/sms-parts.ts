const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** These take two places each. */
const GSM_EXTENDED = '^{}\\[~]|€\f';

/**
 * How many parts a text is billed as (GSM 03.38): 160 places in one part or 153 in each of several; as soon as one
 * character is outside that alphabet, 70 or 67 UCS-2 units.
 */
export function smsParts(text: string): number {
  const characters = Array.from(text);
  const isGsm = characters.every(
    (character) => GSM_BASIC.includes(character) || GSM_EXTENDED.includes(character),
  );
  if (!isGsm) return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
  const places = characters.reduce((sum, character) => sum + (GSM_EXTENDED.includes(character) ? 2 : 1), 0);
  return places <= 160 ? 1 : Math.ceil(places / 153);
}
