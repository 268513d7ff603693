import { addTownCommand } from './operator/add-town-command.js';
import { runCommand } from './operator/run-command.js';

await runCommand(addTownCommand);
