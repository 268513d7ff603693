import { parseArgs } from 'node:util';

export interface StartOptions {
  /** Where the pages and the HTTP API listen; 0 picks a free port. */
  readonly port: number;
  /** Where the AWS services and the Phones page listen; 0 picks a free port. */
  readonly awsPort: number;
  /** Folder that keeps everything between starts; undefined keeps nothing. */
  readonly data: string | undefined;
  /** Folders of towns to import where they are not there yet; none: the sample towns, on the first start. */
  readonly towns: readonly string[];
  /** Folder of another cloud assembly to host instead of small-grid. */
  readonly assembly: string | undefined;
  /** Says whether the data folder is whole, and ends. */
  readonly check: boolean;
  /** Builds what changes in the sources and swaps it while the town runs. */
  readonly watch: boolean;
  /** Shows what functions write as they write it. */
  readonly log: boolean;
  /** Runs functions in this process, with their sources, for a debugger. */
  readonly inspect: boolean;
  readonly help: boolean;
}

/** The command line cannot be used; `message` is the part of it that is wrong. */
export class OptionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OptionError';
  }
}

const DEFAULT_PORT = '8080';
/** The port that people who emulate AWS know. */
const DEFAULT_AWS_PORT = '4566';
const LARGEST_PORT = 65_535;

function portOf(option: string, value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > LARGEST_PORT) throw new OptionError(`${option} ${value}`);
  return port;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: DEFAULT_PORT },
        'aws-port': { type: 'string', default: DEFAULT_AWS_PORT },
        data: { type: 'string', default: '.local' },
        memory: { type: 'boolean', default: false },
        town: { type: 'string', multiple: true, default: [] },
        assembly: { type: 'string' },
        check: { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        log: { type: 'boolean', default: false },
        inspect: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error));
  }
}

/** Reads the command line. Throws OptionError. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const values = parse(args);
  if (values.check && values.memory) throw new OptionError('--check --memory');
  for (const own of ['watch', 'inspect'] as const)
    if (values[own] && values.assembly !== undefined) throw new OptionError(`--${own} --assembly`);
  return {
    port: portOf('--port', values.port),
    awsPort: portOf('--aws-port', values['aws-port']),
    data: values.memory ? undefined : values.data,
    towns: values.town,
    assembly: values.assembly,
    check: values.check,
    watch: values.watch,
    log: values.log,
    inspect: values.inspect,
    help: values.help,
  };
}
