/** Two notes, in hertz, and how long each sounds, in seconds. */
const NOTES = [880, 660] as const;
const LENGTH = 0.25;

/** Sounds for a danger. A browser that lets no page sound before somebody has touched it stays silent. */
export function beep(): void {
  try {
    const context = new AudioContext();
    for (const [place, note] of NOTES.entries()) {
      const tone = context.createOscillator();
      tone.frequency.value = note;
      tone.connect(context.destination);
      tone.start(context.currentTime + place * LENGTH);
      tone.stop(context.currentTime + (place + 1) * LENGTH);
      if (place === NOTES.length - 1) tone.addEventListener('ended', () => void context.close());
    }
  } catch {
    // Without sound the list and its count say the same.
  }
}
