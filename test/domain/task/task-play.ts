import type { FieldsOf } from '../../../domain/request/timeline.js';
import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
import type { TaskNotice } from '../../../domain/task/task-decision.js';
import {
  openTask,
  type TaskDraft,
  type TaskNext,
  type TaskRecord,
} from '../../../domain/task/task-record.js';
import { takeTaskStep, type TaskStep } from '../../../domain/task/take-task-step.js';
import type { Town } from '../../../domain/town/schema.js';
import { MONDAY_9_AM } from '../request/a-request.js';
import { caseTown } from '../request/case-town.js';

const both = (text: string) => ({ 'zh-CN': text, en: text });

/** A follow-up in grid 1, unless told otherwise. */
export const aTask = (changes: Partial<TaskDraft> = {}): TaskRecord =>
  openTask(
    {
      town: 'small-town',
      purpose: 'follow-up/7Q3K9M2X/2026-08-24',
      kind: 'follow-up',
      title: both('surgery'),
      to: { ladder: 'team', grid: 1 },
      grid: 1,
      ...changes,
    },
    '2ABCDEFG',
    MONDAY_9_AM,
  );

/** Plays one task of the staff through the rules, without waiting. */
export class TaskPlay {
  at = MONDAY_9_AM;
  next: FieldsOf<TaskNext> = {};
  readonly told: TaskNotice[] = [];

  constructor(
    public task: TaskRecord,
    readonly town: Town = caseTown(),
  ) {
    this.act({ action: 'begin', at: this.at });
  }

  get open(): PlannedAsk {
    const { asks } = this.task;
    const attention = asks.filter(({ kind }) => kind === 'attention');
    const [ask, ...more] = attention.length > 0 ? attention : asks;
    if (!ask || more.length > 0) throw new Error(`not one ask is open, but ${asks.length}`);
    return ask;
  }

  get asked(): string {
    return this.open.to.who === 'staff' ? this.open.to.staff : this.open.to.who;
  }

  answer(option: AskOption, note?: string): this {
    const said = { option, by: this.asked, at: this.at, ...(note === undefined ? {} : { note }) };
    return this.act({ action: 'answered', ask: this.open.n, answer: said, at: this.at });
  }

  silent(): this {
    this.at = this.open.until;
    return this.act({ action: 'silent', ask: this.open.n, at: this.at });
  }

  act(step: TaskStep): this {
    const { task, notices, next } = takeTaskStep(this.task, this.town, step);
    this.task = task;
    this.told.push(...notices);
    this.next = next;
    return this;
  }
}
