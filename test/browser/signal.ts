import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { BrowserContext } from 'playwright-core';

/**
 * The network between a phone and a town, which can be cut. `setOffline` alone cuts off pages and not the service workers behind them, so
 * that what they had kept would never be asked for.
 */
export class Signal {
  private readonly open = new Set<Socket>();
  private isCut = false;

  private constructor(
    private readonly server: Server,
    private readonly town: URL,
  ) {
    server.on('connection', (socket) => this.pass(socket));
  }

  static async to(town: string): Promise<Signal> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Signal(server, new URL(town));
  }

  get origin(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async cut(context: BrowserContext): Promise<void> {
    this.isCut = true;
    for (const socket of this.open) socket.destroy();
    await context.setOffline(true);
  }

  /** There is a network again, and the device does not notice it. */
  async restore(context?: BrowserContext): Promise<void> {
    this.isCut = false;
    await context?.setOffline(false);
  }

  /** There is a network again, and pages are told. */
  async tellRestored(context: BrowserContext): Promise<void> {
    await this.restore(context);
    // A page that was opened while there was none is told nothing by the browser, which has it believe that there always was one.
    for (const page of context.pages()) await page.evaluate(() => dispatchEvent(new Event('online')));
  }

  close(): void {
    for (const socket of this.open) socket.destroy();
    this.server.close();
  }

  private pass(phone: Socket): void {
    if (this.isCut) return void phone.destroy();
    const town = connect(Number(this.town.port), this.town.hostname);
    for (const [one, other] of [
      [phone, town],
      [town, phone],
    ] as const) {
      this.open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
