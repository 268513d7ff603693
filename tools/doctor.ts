import { runCommand } from './operator/command-words.js';
import { doctorCommand } from './operator/doctor-command.js';

await runCommand(doctorCommand);
