import { rollbackCommand } from './operator/rollback-command.js';
import { runCommand } from './operator/run-command.js';

await runCommand(rollbackCommand);
