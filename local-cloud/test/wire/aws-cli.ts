import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How one run of the command ended. */
export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Version 1 sends these to AWS itself whatever `AWS_ENDPOINT_URL` says, and hears on `--endpoint-url` only: it gives them
 * old names of AWS's hosts (https://github.com/aws/aws-cli/issues/8737).
 */
const HELD_BY_V1: ReadonlySet<string> = new Set(['sqs']);

/** Far more than a call takes; a call that hangs is a problem, not the end of the test. */
const TIME_LIMIT = 60_000;

function execute(args: readonly string[], env: NodeJS.ProcessEnv): Promise<CliRun | undefined> {
  return new Promise((resolve) => {
    execFile('aws', args, { env, timeout: TIME_LIMIT }, (error, stdout, stderr) => {
      if (error?.code === 'ENOENT') resolve(undefined);
      else resolve({ code: exitCode(error), stdout, stderr });
    });
  });
}

const exitCode = (error: { readonly code?: unknown } | null): number =>
  error === null ? 0 : typeof error.code === 'number' ? error.code : -1;

/** The version of the `aws` command on the PATH; undefined when there is none that runs. */
export async function awsCliVersion(): Promise<string | undefined> {
  const run = await execute(['--version'], process.env);
  // Old versions write it to stderr.
  return run?.code === 0 ? `${run.stdout}${run.stderr}`.trim() : undefined;
}

/** The `aws` command as it is installed, pointed at an endpoint by its environment alone. */
export class AwsCli {
  private constructor(
    private readonly env: NodeJS.ProcessEnv,
    /** For files that calls read and write; gone with `remove`. */
    readonly folder: string,
    private readonly endpoint: string,
    private readonly ignoresEndpoint: ReadonlySet<string>,
  ) {}

  static async at(endpoint: string, region: string, version: string): Promise<AwsCli> {
    const folder = await mkdtemp(join(tmpdir(), 'aws-cli-'));
    // Nothing of the person's own settings: no profile, keys, proxies or retries.
    const own = Object.entries(process.env).filter(([name]) => !/^AWS_|_PROXY$/i.test(name));
    const env = {
      ...Object.fromEntries(own),
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_DEFAULT_REGION: region,
      AWS_PAGER: '',
      AWS_MAX_ATTEMPTS: '1',
      AWS_CONFIG_FILE: join(folder, 'no-config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
      AWS_EC2_METADATA_DISABLED: 'true',
      // Whatever is not for the endpoint ends here, and never leaves this machine.
      HTTPS_PROXY: 'http://127.0.0.1:9',
      HTTP_PROXY: 'http://127.0.0.1:9',
      NO_PROXY: '127.0.0.1',
      // Two operations of Step Functions put `sync-` before the host's name, which a loopback address can not have.
      AWS_DISABLE_HOST_PREFIX_INJECTION: 'true',
    };
    return new AwsCli(env, folder, endpoint, version.startsWith('aws-cli/1.') ? HELD_BY_V1 : new Set());
  }

  async run(args: readonly string[]): Promise<CliRun> {
    const [service = ''] = args;
    const told = this.ignoresEndpoint.has(service) ? ['--endpoint-url', this.endpoint] : [];
    const run = await execute([...args, ...told, '--output', 'json'], this.env);
    return run ?? { code: -1, stdout: '', stderr: 'the aws command is gone' };
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
