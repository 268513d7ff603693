import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock/clock.js';
import { AwsError } from '../errors/aws-error.js';
import type { Faults } from '../faults/faults.js';
import { readBody } from '../http/read-body.js';
import type { Identities } from '../iam/identities.js';
import type { DirectAnswer, DirectCall, HostCall } from '../lambda/host-calls.js';
import { jsonFailure } from './json-protocol.js';
import { readSignature } from './signature.js';
import { protocolOf, unknownOperation } from './unknown-operation.js';
import type { WireAnswer, WireRequest, WireService } from './wire.js';

/** DynamoDB's limit, the largest of all services spoken here. */
const BODY_LIMIT = 16 * 1024 * 1024;

const SERVICE_OF_TARGET: Readonly<Record<string, string>> = {
  DynamoDB_20120810: 'dynamodb',
  AWSStepFunctions: 'states',
  AmazonSQS: 'sqs',
};

export interface EndpointOptions {
  readonly clock: Clock;
  readonly identities: Identities;
  readonly faults: Faults;
  readonly services: readonly WireService[];
  readonly warn: (text: string) => void;
}

/** A call however it came; undefined for a body that is too large. */
type Message = Omit<HostCall, 'body'> & {
  readonly body: () => Promise<string | Buffer | undefined>;
};

/** Who waits for a queue's next message or an execution's end, or watches executions, must not hold the clock. */
const isLookingOn = (operation: string): boolean =>
  /^(?:Describe|GetExecutionHistory|List)|^(?:ReceiveMessage|StartSyncExecution)$/.test(operation);

/** The operation in Smithy's RPC path, or in a form. */
const operationOf = (path: string, form: string): string =>
  /^\/service\/[^/]+\/operation\/(\w+)$/.exec(path)?.[1] ?? new URLSearchParams(form).get('Action') ?? '';

/** The one address at which all services answer: finds the service, the operation and the caller, and lets it work. */
export class AwsEndpoint {
  private readonly services: ReadonlyMap<string, WireService>;

  constructor(private readonly options: EndpointOptions) {
    this.services = new Map(options.services.map((service) => [service.name, service]));
  }

  async handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = message;
    const body = () => readBody(message, BODY_LIMIT);
    await this.answer({ method, path: url, headers, body }, (answer) => {
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body);
    });
  }

  /** The same for a call that a function of this host makes, without a socket in between. */
  async call({ body, ...head }: HostCall): Promise<WireAnswer> {
    let answered: WireAnswer | undefined;
    const text = Buffer.byteLength(body) > BODY_LIMIT ? undefined : body;
    await this.answer({ ...head, body: () => Promise.resolve(text) }, (answer) => {
      answered = answer;
    });
    if (answered === undefined) throw new Error('a call was not answered');
    return answered;
  }

  /** One call by its JSON, made by a function in this thread: with neither a wire nor a signature in between. */
  async perform(
    accessKeyId: string,
    { service: name, operation, input }: DirectCall,
  ): Promise<DirectAnswer | undefined> {
    const { clock, identities } = this.options;
    const service = this.services.get(name);
    const { perform } = service ?? {};
    if (service === undefined || perform === undefined) throw new Error(`${name} is called over the wire`);
    const end = clock.begin();
    try {
      const caller = identities.caller(accessKeyId);
      const done = await this.attempt(service, { operation, caller }, () =>
        perform(operation, input, caller),
      );
      if (done instanceof AwsError) return { refusal: service.fail(done, randomUUID()) };
      if (done === undefined || done.status === 200) return done;
      return { refusal: { status: done.status, headers: {}, body: JSON.stringify(done.output) } };
    } finally {
      end();
    }
  }

  /** Time stands still from the moment that the whole call is here until its answer is on its way. */
  private async answer(message: Message, reply: (answer: WireAnswer) => void): Promise<void> {
    const bytes = await message.body();
    const header = message.headers['x-amz-target'];
    const [target = '', operation = ''] = typeof header === 'string' ? header.split('.') : [];
    const requestId = randomUUID();
    const end = isLookingOn(operation) ? () => undefined : this.options.clock.begin();
    try {
      const answer = await this.carryOut(message, bytes, { target, operation, requestId });
      const length = String(Buffer.byteLength(answer.body));
      const headers = { ...answer.headers, 'content-length': length, 'x-amzn-requestid': requestId };
      reply({ ...answer, headers });
    } finally {
      end();
    }
  }

  private async carryOut(
    message: Omit<Message, 'body'>,
    bytes: string | Buffer | undefined,
    call: { target: string; operation: string; requestId: string },
  ): Promise<WireAnswer> {
    if (bytes === undefined)
      return jsonFailure(new AwsError('RequestEntityTooLargeException', 'The request is too large', 413));
    const body = bytes.toString();
    const { method, headers } = message;
    const signature = readSignature(headers);
    const isForm = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
    const [path = '/', search = ''] = message.path.split('?');
    const operation = call.operation || operationOf(path, isForm ? body : '');
    const service = this.service(call.target, path, signature?.service);
    const { requestId } = call;
    if (service === undefined) {
      const protocol = protocolOf(headers, signature?.service ?? '');
      const named = call.target || signature?.service || path;
      return unknownOperation({ service: named, operation, requestId, protocol });
    }
    const caller = this.options.identities.caller(signature?.accessKeyId);
    const query = new URLSearchParams(search);
    const named = operation || (service.operationOf?.({ method, path, query }) ?? '');
    const sent = { body, bytes, headers };
    return this.run(service, { requestId, method, path, query, operation: named, caller, ...sent });
  }

  private async run(service: WireService, request: WireRequest): Promise<WireAnswer> {
    const answer = await this.attempt(service, request, () => service.handle(request));
    return answer instanceof AwsError ? service.fail(answer, request.requestId) : answer;
  }

  /** The result of the call, or why it was refused. */
  private async attempt<Done>(
    { name }: WireService,
    { operation, caller }: Pick<WireRequest, 'operation' | 'caller'>,
    act: () => Promise<Done>,
  ): Promise<Done | AwsError> {
    try {
      const execution = caller.kind === 'role' ? caller.attribution() : undefined;
      if (name !== 'lambda') await this.options.faults.strikeCall(name, operation, execution);
      return await act();
    } catch (error) {
      if (error instanceof AwsError) return error;
      this.options.warn(`${name} ${operation}: ${error instanceof Error ? error.stack : String(error)}`);
      return new AwsError('InternalServerError', 'Internal server error', 500);
    }
  }

  private service(target: string, path: string, scope: string | undefined): WireService | undefined {
    const named = target === '' ? scope : SERVICE_OF_TARGET[target];
    return this.services.get(path.startsWith('/2015-03-31/functions') ? 'lambda' : (named ?? ''));
  }
}
