import type { Keep } from '../../keep.js';

const NAME = 'console-muted-by';

/** Whether this person muted this device: whoever has the next shift at it is rung. */
export const isMuted = (keep: Pick<Keep, 'read'>, person: string): boolean => keep.read(NAME) === person;

export const mute = (keep: Pick<Keep, 'write'>, person: string): void => keep.write(NAME, person);

export const unmute = (keep: Pick<Keep, 'drop'>): void => keep.drop(NAME);
