import { plannedAsk } from '../../domain/asks/plan-ask.js';
import type { PlannedAsk } from '../../domain/asks/planned-ask.js';
import type { Answer } from '../../domain/request/decision.js';
import { isStepOver } from '../../domain/request/is-step-over.js';
import type { CoordinationOutcome, Next, RequestRecord } from '../../domain/request/record.js';
import { readSaid } from '../../domain/request/read-said.js';
import { type Step, takeStep } from '../../domain/request/take-step.js';
import type { Town } from '../../domain/town/schema.js';
import { rulesIn } from '../domain/request/life.js';
import { AskedWork, type Reply } from './asked-work.js';
import type { MachinesAtWork, Payload } from './machines-at-work.js';

/** A request on which its machines work. */
export class RequestAtWork extends AskedWork<Next> {
  constructor(
    host: MachinesAtWork,
    public record: RequestRecord,
    private readonly town: Town,
    replies: readonly Reply[],
    private readonly places: boolean[],
    private readonly duplicateOf: string | undefined,
  ) {
    super(host, [...replies]);
  }

  protected get holder(): RequestRecord {
    return this.record;
  }

  private take(step: Step): Next {
    const decision = takeStep(this.record, rulesIn(this.town, this.record), step);
    this.record = decision.record;
    return decision.next;
  }

  protected answered(ask: number, answer: Answer): Next {
    const planned = plannedAsk(this.record, ask);
    const said = planned ? readSaid(this.town, planned, answer) : {};
    return this.take({ action: 'answered', ask, answer: { ...answer, ...said }, at: answer.at });
  }

  protected told(kind: PlannedAsk['kind'], next: Next) {
    const isWayBack = (kind === 'confirmation' || kind === 'joined') && next.to !== 'close';
    return isWayBack ? { error: 'Reopened' } : { output: next };
  }

  protected override settledBeside(): readonly PlannedAsk[] {
    const { asks, coordination, joinedTo } = this.record;
    const isOver = coordination?.refused !== undefined || joinedTo !== undefined;
    return asks.filter((ask) => ask.stage !== undefined && (isOver || isStepOver(this.record, ask)));
  }

  call(name: string, payload: Payload): unknown {
    const at = Date.parse(payload.at);
    switch (name) {
      case 'AssignRequest':
        return this.assign(payload, at);
      case 'AskPerson':
        return this.ask(payload);
      case 'RecordStep':
        return this.take(stepOf(payload, at));
      case 'KeepQuota':
        return payload['action'] === 'give-up' ? { to: 'finished' } : this.takePlace(payload, at);
      case 'CloseRequest':
        return this.close(at);
      default:
        throw new Error(`no machine of a request calls ${name}`);
    }
  }

  private assign({ again, execution }: Payload, at: number): Next {
    const { duplicateOf } = this;
    return again === true || execution !== this.record.id
      ? this.take({ action: 'take-up', execution: String(execution), at, duplicateOf })
      : this.take({ action: 'assign', at, duplicateOf });
  }

  private takePlace({ round, ask }: Payload, at: number): Next {
    const given = this.places.shift() ?? true;
    return this.take({ action: 'place', round: Number(round), waited: Number(ask), given, at });
  }

  private close(at: number): void {
    if (this.take({ action: 'close', at }).to !== 'again') return;
    throw Object.assign(new Error('it is not over'), { name: 'Reopened' });
  }
}

function stepOf({ action, ask, round, outcome }: Payload, at: number): Step {
  switch (action) {
    case 'silent':
      return { action, ask: Number(ask), at };
    case 'stage':
      return { action, round: Number(round), at };
    case 'coordinated':
      return { action, round: Number(round), outcome: outcome as CoordinationOutcome, at };
    case 'attention':
      return { action, at };
    default:
      throw new Error(`no machine of a request records ${String(action)}`);
  }
}
