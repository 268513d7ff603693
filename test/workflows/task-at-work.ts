import type { PlannedAsk } from '../../domain/asks/planned-ask.js';
import type { Answer } from '../../domain/request/decision.js';
import { takeTaskStep, type TaskStep } from '../../domain/task/take-task-step.js';
import type { TaskNext, TaskRecord } from '../../domain/task/task-record.js';
import type { Town } from '../../domain/town/schema.js';
import { AskedWork, type Reply } from './asked-work.js';
import type { MachinesAtWork, Payload } from './machines-at-work.js';

/** A task of the staff on which its machine works. */
export class TaskAtWork extends AskedWork<TaskNext> {
  constructor(
    host: MachinesAtWork,
    public task: TaskRecord,
    private readonly town: Town,
    replies: readonly Reply[],
  ) {
    super(host, [...replies]);
  }

  protected get holder(): TaskRecord {
    return this.task;
  }

  private take(step: TaskStep): TaskNext {
    const decision = takeTaskStep(this.task, this.town, step);
    this.task = decision.task;
    return decision.next;
  }

  protected answered(ask: number, answer: Answer): TaskNext {
    return this.take({ action: 'answered', ask, answer, at: answer.at });
  }

  protected told(_kind: PlannedAsk['kind'], next: TaskNext) {
    return { output: next };
  }

  call(name: string, payload: Payload): unknown {
    if (name === 'AskPerson') return this.ask(payload);
    const { action, ask, again, execution } = payload;
    const at = Date.parse(payload.at);
    switch (action) {
      case 'begin':
        return again === true || execution !== this.task.id
          ? this.take({ action: 'take-up', execution: String(execution), at })
          : this.take({ action, at });
      case 'silent':
        return this.take({ action, ask: Number(ask), at });
      case 'attention':
        return this.take({ action, at });
      default:
        return { to: 'finished', result: this.task.result };
    }
  }
}
