import { capacityCommand } from './capacity/capacity-command.js';
import { runCommand } from './operator/run-command.js';

await runCommand(capacityCommand);
