import { runCommand } from './operator/run-command.js';
import { rotateCommand } from './operator/rotate-command.js';

await runCommand(rotateCommand);
