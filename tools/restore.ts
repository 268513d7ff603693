import { restoreCommand } from './operator/restore-command.js';
import { runCommand } from './operator/run-command.js';

await runCommand(restoreCommand);
