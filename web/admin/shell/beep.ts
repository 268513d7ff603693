/** A pair of notes, in hertz, how long each sounds, in seconds, and how often the pair does: half a second wakes nobody at night. */
const PAIR = [880, 660] as const;
const LENGTH = 0.25;
const TIMES = 4;

/** Sounds for a danger. A browser that lets no page sound before somebody has touched it stays silent. */
export function beep(): void {
  try {
    const context = new AudioContext();
    const notes = Array.from({ length: TIMES }, () => PAIR).flat();
    for (const [place, note] of notes.entries()) {
      const tone = context.createOscillator();
      tone.frequency.value = note;
      tone.connect(context.destination);
      tone.start(context.currentTime + place * LENGTH);
      tone.stop(context.currentTime + (place + 1) * LENGTH);
      if (place === notes.length - 1) tone.addEventListener('ended', () => void context.close());
    }
  } catch {
    // Without sound the list and its count say the same.
  }
}

/** Its name, among all pages of one origin. */
const LOCK = 'small-grid.sound';

/**
 * Sounds in one page where several would at once. Held as long as the sound lasts: by then the others have learnt that
 * one has.
 */
export async function beepOnce(): Promise<void> {
  if (!('locks' in navigator)) return beep();
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    beep();
    await new Promise((resolve) => setTimeout(resolve, LENGTH * PAIR.length * TIMES * 1000));
  });
}
