import { runCommand } from './operator/command-words.js';
import { rotateCommand } from './operator/rotate-command.js';

await runCommand(rotateCommand);
