import { HostGone } from './host-client.js';
import type { Addresses } from '@small-grid/local-cloud/testing';

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The way to whichever life of the host is on; people keep trying while there is none, as they would. */
export class Line {
  private current: Addresses | undefined;
  private isOver = false;

  connect(addresses: Addresses): void {
    this.current = addresses;
  }

  cut(): void {
    this.current = undefined;
  }

  /** Nobody tries any more. */
  end(): void {
    this.isOver = true;
  }

  get over(): boolean {
    return this.isOver;
  }

  /** The host, once there is one; undefined when all is over. */
  async host(): Promise<Addresses | undefined> {
    while (!this.isOver) {
      if (this.current !== undefined) return this.current;
      await pause(10);
    }
    return undefined;
  }

  /** Does it, again and again until a host has answered; undefined when all is over before. */
  async insist<Result>(deed: (host: Addresses) => Promise<Result>): Promise<Result | undefined> {
    for (let host = await this.host(); host !== undefined; host = await this.host()) {
      try {
        return await deed(host);
      } catch (error) {
        if (!(error instanceof HostGone)) throw error;
        await pause(20);
      }
    }
    return undefined;
  }

  pause(milliseconds: number): Promise<void> {
    return pause(milliseconds);
  }
}
