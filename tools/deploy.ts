import { deployCommand } from './operator/deploy-command.js';
import { deployPlace } from './operator/deploy-place.js';
import { runCommand } from './operator/run-command.js';

await runCommand((args, said) => deployCommand(args, said, deployPlace(process.cwd())));
