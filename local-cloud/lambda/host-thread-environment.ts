import { Console } from 'node:console';
import crypto from 'node:crypto';
import { Writable } from 'node:stream';
import type { Script } from 'node:vm';
import zlib from 'node:zlib';
import type { Call, Environment, EnvironmentHost, EnvironmentSettings, Outcome } from './environment.js';
import { timedOut } from './environment.js';
import { DIRECT_CALLS, directCalls } from './direct-calls.js';
import { scriptOf } from './bundle-script.js';
import { FilesOfFunction } from './function-files.js';
import { hostHttp } from './host-http.js';
import { type About, answer, describeError, type Handler, handlerOf } from './invocation.mjs';
import { endings } from './own-process.mjs';
import type { RandomBytes } from './seeded-bytes.js';
import { inflateOnce } from './unpacked-once.js';

/**
 * An execution environment in the host's own thread: the function's module with variables, output and a way to the AWS
 * endpoint of its own. No call crosses threads, which makes it several times faster; but nothing limits its memory, and
 * what never pauses cannot be stopped.
 */
export class HostThreadEnvironment implements Environment {
  private readonly loaded: Promise<Handler | Outcome>;
  private requestId: string | undefined;
  private isOver = false;

  constructor(
    private readonly settings: EnvironmentSettings,
    private readonly host: EnvironmentHost & { readonly randomBytes: RandomBytes },
  ) {
    this.loaded = this.load();
  }

  get usable(): boolean {
    return !this.isOver;
  }

  async invoke({ requestId, event, arn }: Call): Promise<Outcome> {
    this.requestId = requestId;
    const handler = await this.loaded;
    if (typeof handler !== 'function') {
      this.isOver = true;
      return handler;
    }
    const limit = this.settings.timeoutSeconds * 1000;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Outcome>((resolve) => {
      timer = setTimeout(() => {
        this.isOver = true;
        resolve(timedOut(requestId, this.settings.timeoutSeconds));
      }, limit);
    });
    const { about } = this.settings;
    const deadline = Date.now() + limit;
    const done = answer(handler, about, { requestId, event, arn, deadline }).then(({ kind, payload }) => ({
      failed: kind === 'failure',
      payload,
    }));
    const outcome = await Promise.race([done, late]);
    clearTimeout(timer);
    this.requestId = undefined;
    return outcome;
  }

  close(): Promise<void> {
    this.isOver = true;
    return Promise.resolve();
  }

  private async load(): Promise<Handler | Outcome> {
    const { about } = this.settings;
    try {
      return handlerOf(this.run(await scriptOf(about.file), about), about);
    } catch (error) {
      return { failed: true, payload: describeError(error, about) };
    }
  }

  private run(script: Script, { file }: About): Record<string, unknown> {
    const streams = { stdout: this.stream('stdout'), stderr: this.stream('stderr') };
    const files = new FilesOfFunction(
      file,
      { process: this.process(streams), console: new Console(streams) },
      this.ownModules(),
    );
    return files.run(script, file);
  }

  /** The process as a function finds it in the host's thread: with its own variables and output. */
  private process(streams: { stdout: Writable; stderr: Writable }): NodeJS.Process {
    const end = (how: string): never => {
      this.isOver = true;
      const error = new Error(`Runtime exited with error: ${how}`);
      error.name = 'Runtime.ExitError';
      throw error;
    };
    const own = {
      env: { ...this.settings.variables },
      ...streams,
      ...endings(process, end),
      exit: (code = 0) => end(`exit status ${code}`),
      [DIRECT_CALLS]: directCalls(this.host.calls),
    };
    return Object.create(process, Object.getOwnPropertyDescriptors(own)) as NodeJS.Process;
  }

  private ownModules(): Readonly<Record<string, unknown>> {
    const http = hostHttp(this.settings.variables['AWS_ENDPOINT_URL'] ?? '', this.host.calls.call);
    return {
      http,
      crypto: { ...crypto, randomBytes: this.host.randomBytes },
      zlib: { ...zlib, inflateSync: inflateOnce },
    };
  }

  private stream(name: 'stdout' | 'stderr'): Writable {
    return new Writable({
      decodeStrings: false,
      write: (chunk: string | Buffer, _encoding, done) => {
        this.host.log(name, chunk.toString(), this.requestId);
        done();
      },
    });
  }
}
