import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../bundle.js';

/** Where imports of packages are found, and neither git nor npm looks. */
const PROGRAMS = join(import.meta.dirname, '..', 'node_modules', '.programs');
const READY = /ready\s+(?:(\S+)\s+)?\(AWS endpoint (\S+)\)/;

/** Where a running host answers. */
export interface Addresses {
  /** The HTTP API; empty when there is none. */
  readonly url: string;
  /** The AWS services and the host's own API. */
  readonly endpoint: string;
}

/** A program to start, the assembly it hosts and the folder it keeps everything in; all gone with `remove`. */
export interface Site {
  readonly program: string;
  readonly assembly: string;
  readonly data: string;
  remove(): Promise<void>;
}

/**
 * The host as scripts, so that it starts in half a second and does not change while others edit its sources, and a copy
 * of the assembly for the same reason.
 */
export async function prepareSite(given: string): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'local-cloud-site-'));
  const programs = join(PROGRAMS, `${process.pid}-${Date.now()}`);
  await bundle(programs);
  const assembly = join(folder, 'assembly');
  await cp(given, assembly, { recursive: true });
  return {
    program: join(programs, 'main.mjs'),
    assembly,
    data: join(folder, 'data'),
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      await rm(programs, { recursive: true, force: true });
    },
  };
}

/** One life of the host: a real process with nothing but the folder from the life before. */
export class HostProcess {
  private readonly child: ChildProcess;
  private said = '';
  /** Rejects when the process ends before it is ready; the message is what it wrote. */
  readonly ready: Promise<Addresses>;
  private readonly exited: Promise<unknown>;

  constructor({ program, assembly }: Pick<Site, 'program' | 'assembly'>, data: string) {
    const options = ['--assembly', assembly, '--data', data, '--port', '0', '--aws-port', '0'];
    this.child = spawn(process.execPath, ['--enable-source-maps', program, ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.exited = once(this.child, 'exit');
    this.ready = new Promise((resolve, reject) => {
      this.child.stdout?.on('data', (chunk: Buffer) => {
        this.said += chunk.toString();
        const [, url = '', endpoint] = READY.exec(this.said) ?? [];
        if (endpoint !== undefined) resolve({ url, endpoint });
      });
      this.child.stderr?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
      void this.exited.then(() => reject(new Error(this.said)));
    });
    // Whoever kills it while it starts does not wait for it to be ready.
    this.ready.catch(() => undefined);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Its output, errors too. */
  get words(): string {
    return this.said;
  }

  /** Ends it as a power cut would: nothing is flushed, nothing is closed. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exited;
  }

  /** Asks it to finish what is under way and to end. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.exited;
  }
}
