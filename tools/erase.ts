import { eraseCommand } from './operator/erase-command.js';
import { runCommand } from './operator/run-command.js';

await runCommand(eraseCommand);
