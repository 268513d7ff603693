import { environment, optionalEnvironment } from '../../../adapters/environment.js';
import type { WatchOptions } from './handler.js';
import { machinesOf } from './machines.js';

const region = environment('region');
/** China's regions have a console of their own. */
const host = region.startsWith('cn-') ? 'console.amazonaws.cn' : 'console.aws.amazon.com';
const isDeployed = optionalEnvironment('awsAccount') !== undefined;

export const SETTINGS: WatchOptions = {
  machines: machinesOf(environment('machines')),
  awsConsoleUrl: (arn) =>
    isDeployed ? `https://${host}/states/home?region=${region}#/v2/executions/details/${arn}` : undefined,
};
