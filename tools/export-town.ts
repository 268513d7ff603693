import { exportTownCommand } from './operator/export-town-command.js';
import { runCommand } from './operator/run-command.js';

await runCommand(exportTownCommand);
