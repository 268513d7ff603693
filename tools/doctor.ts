import { runCommand } from './operator/run-command.js';
import { doctorCommand } from './operator/doctor-command.js';

await runCommand(doctorCommand);
