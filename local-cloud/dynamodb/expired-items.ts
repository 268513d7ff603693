import type { Clock } from '../clock/clock.js';
import type { Database } from './database.js';

/** AWS deletes what has expired within some days; here it is looked for twice a day of the host's clock. */
const EVERY = 12 * 60 * 60_000;

/** Deletes what has expired, while any table's items do. */
export class ExpiredItems {
  private isWatching = false;

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly warn: (text: string) => void,
  ) {}

  /** To be called when a table's items may begin to expire, and when the host begins. */
  async watch(): Promise<void> {
    try {
      if (this.isWatching || (await this.database.hasExpiringItems?.()) !== true || this.isWatching) return;
      this.isWatching = true;
      this.schedule();
    } catch (error) {
      this.warn(`nobody looks for expired items: ${String(error)}`);
    }
  }

  private schedule(): void {
    const next = (Math.floor(this.clock.now() / EVERY) + 1) * EVERY;
    this.clock.schedule(next, () => void this.sweep(), { background: true });
  }

  private async sweep(): Promise<void> {
    const end = this.clock.begin();
    try {
      await this.database.deleteExpired?.(this.clock.now());
    } catch (error) {
      this.warn(`expired items could not be deleted: ${String(error)}`);
    } finally {
      this.schedule();
      end();
    }
  }
}
