import { OpenBoard } from '../../../functions/console/browse-requests/open-board.js';

/** A board that counts how often the whole of it was read. */
function board() {
  let reads = 0;
  const allOpen = async () => {
    reads += 1;
    return [];
  };
  return { open: new OpenBoard({ allOpen } as never), reads: () => reads };
}

describe('the counts above the board', () => {
  it('cost one read of the open requests every ten seconds, however many consoles look every twenty', async () => {
    const { open, reads } = board();
    const consoles = 30;
    for (let at = 0; at < 60_000; at += 100)
      if (at % Math.floor(20_000 / consoles / 100) === 0) await open.rows('sanhehu', at, false);
    expect(reads()).toBeLessThanOrEqual(6);
  });

  it('are read anew for whoever has just changed something, and others see that too', async () => {
    const { open, reads } = board();
    await open.rows('sanhehu', 1000, false);
    await open.rows('sanhehu', 2000, true);
    await open.rows('sanhehu', 3000, false);
    expect(reads()).toBe(2);
  });

  it('are never of another town, and of no moment that time has not left', async () => {
    const { open, reads } = board();
    await open.rows('sanhehu', 1000, false);
    await open.rows('elmford', 1500, false);
    await open.rows('sanhehu', 1000, false);
    expect(reads()).toBe(3);
  });

  it('are read again where reading failed', async () => {
    let isDown = true;
    const allOpen = () => (isDown ? Promise.reject(new Error('down')) : Promise.resolve([]));
    const open = new OpenBoard({ allOpen } as never);
    await expect(open.rows('sanhehu', 1000, false)).rejects.toThrow('down');
    isDown = false;
    expect(await open.rows('sanhehu', 1100, false)).toEqual([]);
  });
});
