import type { Services } from '../../../adapters/services.js';

type Rows = ReturnType<Services<{ board: 'list' }>['board']['allOpen']>;

/** How long a read is good for whoever only looks again, in milliseconds: half of a console's interval. */
const GOOD_FOR = 10_000;
/** Towns of which a warm function remembers the board. */
const MOST_TOWNS = 20;

/**
 * The open requests of a town. Every open console looks again all the time, and each look is a read of the whole of
 * them: what one console read is good for those that look soon after it, so that it costs the same however many are
 * open.
 */
export class OpenBoard {
  private readonly read = new Map<string, { readonly at: number; readonly rows: Rows }>();

  constructor(private readonly board: Services<{ board: 'list' }>['board']) {}

  /** @param isFresh whoever looks has just changed something, and wants to see that. */
  rows(town: string, at: number, isFresh: boolean): Rows {
    const known = this.read.get(town);
    // At the very moment of the read, something may have changed in it.
    if (known && !isFresh && at > known.at && at < known.at + GOOD_FOR) return known.rows;
    const rows = this.board.allOpen(town);
    this.read.delete(town);
    this.read.set(town, { at, rows });
    for (const oldest of this.read.keys()) if (this.read.size > MOST_TOWNS) this.read.delete(oldest);
    rows.catch(() => this.read.delete(town));
    return rows;
  }
}
