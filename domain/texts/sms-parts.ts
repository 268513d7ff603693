/** How a text goes over the air and how many parts the carrier counts (and charges). */
export interface SmsSize {
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly parts: number;
}

/** 3GPP TS 23.038, 6.2.1: the default alphabet, and the characters that take an escape and so two places. */
const GSM_BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const GSM_EXTENDED = new Set('\f^{}\\[~]|€');

/** Places in a single part and in each of several, which lose some to the header that joins them (3GPP TS 23.040). */
const PLACES = { 'GSM-7': { single: 160, joined: 153 }, 'UCS-2': { single: 70, joined: 67 } } as const;

/** Counts a text's parts. A character that takes two places is never split over two parts. */
export function smsParts(text: string): SmsSize {
  const characters = Array.from(text);
  const isGsm = characters.every((character) => GSM_BASIC.has(character) || GSM_EXTENDED.has(character));
  const encoding = isGsm ? 'GSM-7' : 'UCS-2';
  const widths = characters.map((character) =>
    isGsm ? Number(GSM_EXTENDED.has(character)) + 1 : character.length,
  );
  return { encoding, parts: countParts(widths, PLACES[encoding]) };
}

function countParts(
  widths: readonly number[],
  places: { readonly single: number; readonly joined: number },
): number {
  if (widths.reduce((sum, width) => sum + width, 0) <= places.single) return 1;
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > places.joined) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return parts;
}
