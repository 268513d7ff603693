import { AwsError } from '../errors/aws-error.js';
import type { Fault, FunctionFault, MessageFault, ServiceFault } from './fault.js';

/** The status AWS answers these codes with where it is not 400. */
const STATUS_OF: Readonly<Record<string, number>> = {
  ServiceUnavailable: 503,
  ServiceUnavailableException: 503,
  InternalServerError: 500,
  InternalFailure: 500,
  ServiceException: 500,
  TooManyRequestsException: 429,
};

/** Latency is felt on the machine's clock: it stands for a slow network, not for time that passes in what is hosted. */
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Whether a fault for one execution, or for all, strikes what is done for this one. */
const concerns = ({ execution }: ServiceFault | FunctionFault, actual: string | undefined): boolean =>
  execution === undefined || actual === execution || actual?.split(':').at(-1) === execution;

interface Armed {
  readonly fault: Fault;
  left: number;
}

/** Holds the faults that were asked for and lets each strike as often as it may. */
export class Faults {
  private armed: Armed[] = [];

  add(fault: Fault): void {
    this.armed.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.armed = [];
  }

  list(): readonly Fault[] {
    return this.armed.map(({ fault }) => fault);
  }

  /** Waits or rejects with AwsError if a fault is armed for this call. `execution` is the ARN of the one it is for. */
  async strikeCall(service: string, action: string, execution?: string): Promise<void> {
    const fault = this.take(
      (candidate): candidate is ServiceFault =>
        'service' in candidate &&
        candidate.service === service &&
        (candidate.action ?? action) === action &&
        concerns(candidate, execution),
    );
    if (fault?.delayMs !== undefined) await pause(fault.delayMs);
    if (fault?.error === undefined) return;
    throw new AwsError(
      fault.error,
      `${fault.error} on request, for ${service}:${action}`,
      fault.status ?? STATUS_OF[fault.error] ?? 400,
    );
  }

  /**
   * Waits if asked to; answers with the error type that the invocation is to fail with, if any. `isCalled` says whether
   * a name that somebody gave means this function.
   */
  async strikeFunction(isCalled: (name: string) => boolean, execution?: string): Promise<string | undefined> {
    const fault = this.take(
      (candidate): candidate is FunctionFault =>
        'function' in candidate && isCalled(candidate.function) && concerns(candidate, execution),
    );
    if (fault?.delayMs !== undefined) await pause(fault.delayMs);
    return fault?.error;
  }

  /** How often a message is to arrive: 0 when dropped, 2 when doubled. */
  copies(message: MessageFault['message']): 0 | 1 | 2 {
    const fault = this.take(
      (candidate): candidate is MessageFault => 'message' in candidate && candidate.message === message,
    );
    if (fault === undefined) return 1;
    return fault.action === 'drop' ? 0 : 2;
  }

  private take<F extends Fault>(fits: (fault: Fault) => fault is F): F | undefined {
    for (const armed of this.armed) {
      if (!fits(armed.fault)) continue;
      armed.left -= 1;
      if (armed.left <= 0) this.armed = this.armed.filter((other) => other !== armed);
      return armed.fault;
    }
    return undefined;
  }
}
