import { runCommand } from './operator/run-command.js';
import { redriveCommand } from './operator/redrive-command.js';

await runCommand(redriveCommand);
