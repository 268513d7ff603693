import { caseFilesCommand } from './operator/case-files-command.js';
import { runCommand } from './operator/run-command.js';

await runCommand(caseFilesCommand);
