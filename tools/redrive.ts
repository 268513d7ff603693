import { runCommand } from './operator/command-words.js';
import { redriveCommand } from './operator/redrive-command.js';

await runCommand(redriveCommand);
