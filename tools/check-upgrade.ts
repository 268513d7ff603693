import { runCommand } from './operator/run-command.js';
import { upgradeCommand } from './operator/upgrade-command.js';

await runCommand(upgradeCommand);
