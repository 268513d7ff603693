import { isMuted, mute, unmute } from '../../../web/admin/shell/mute.js';
import { memoryKeep } from '../memory-keep.js';

describe('a device that somebody muted', () => {
  it('is silent for them until they turn the sound on, and rings for whoever has the next shift', () => {
    const keep = memoryKeep();
    mute(keep, 'evening');
    expect([isMuted(keep, 'evening'), isMuted(keep, 'night')]).toEqual([true, false]);
    unmute(keep);
    expect(isMuted(keep, 'evening')).toBe(false);
  });
});
