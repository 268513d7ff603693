import { mayDo } from '../../../domain/access/permissions.js';
import { ROUND_KINDS, type RoundKind } from '../../../domain/rounds/round.js';
import { INSPECTION_TASKS, type TaskKind } from '../../../domain/task/task-record.js';
import { INSPECTION_KINDS } from '../../../domain/inspections/inspection-report.js';
import type { ConsoleUser } from '../../http/console-user.js';

const isInspection = (kind: RoundKind): boolean => INSPECTION_KINDS.some((one) => one === kind);

/** The kinds of rounds that they may see: who checks what, and what was found, is for whoever may see inspections. */
export const roundKindsFor = ({ roles }: ConsoleUser): RoundKind[] =>
  ROUND_KINDS.filter((kind) => !isInspection(kind) || mayDo(roles, 'inspections.read'));

export const maySeeTask = ({ roles }: ConsoleUser, kind: TaskKind): boolean =>
  !isOfInspection(kind) || mayDo(roles, 'inspections.read');

/** The words on a task: of an inspection by whoever was checked or called, else by and about residents. */
export const maySeeWords = ({ roles }: ConsoleUser, kind: TaskKind): boolean =>
  mayDo(roles, isOfInspection(kind) ? 'inspections.read' : 'people.read');

const isOfInspection = (kind: TaskKind): boolean => INSPECTION_TASKS.some((one) => one === kind);
