import { workingExecution } from '../../../domain/codes/execution-name.js';
import { workResumed, workStopped } from '../../../domain/request/stop-work.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { changeRequest } from '../../use-cases/change-request.js';
import type { Services } from '../../../adapters/services.js';
import { subjectIdOf } from './of-town.js';
import type { FoundExecution } from './show-execution.js';

type Noting = Services<{ requests: 'read' | 'save' }>;
type Named = Pick<FoundExecution, 'town' | 'machine' | 'name'>;

/** Notes on the request that its execution was stopped: whoever looks at the board alone sees that nothing follows. */
export const noteStopped = (services: Noting, execution: Named, at: number): Promise<void> =>
  noteOnRequest(services, execution, (record) => workStopped(record, at));

export const noteResumed = (services: Noting, execution: Named): Promise<void> =>
  noteOnRequest(services, execution, workResumed);

/** A coordination that is stopped fails in the request's own execution, which goes on. */
async function noteOnRequest(
  services: Noting,
  { town, machine, name }: Named,
  change: (record: RequestRecord) => RequestRecord,
): Promise<void> {
  const subject = machine === 'resident-request' ? subjectIdOf(machine, name) : undefined;
  if (subject === undefined) return;
  await changeRequest(services, town, subject.id, async (record) => ({
    ...(workingExecution(record) === name && { record: change(record) }),
    result: undefined,
  }));
}
