import { join } from 'node:path';
import { environment, optionalEnvironment } from '../../../adapters/environment.js';
import { records } from '../../../adapters/services.js';
import { readAssets } from '../../http/pages/assets.js';
import { createServeConsole } from './handler.js';

const account = optionalEnvironment('awsAccount');

export const handler = createServeConsole(records(), {
  assets: readAssets(join(import.meta.dirname, 'assets')),
  config: {
    issuer: environment('issuer'),
    clientId: environment('audience'),
    ...(account === undefined ? {} : { awsConsole: { region: environment('region'), account } }),
  },
  issuerOrigins: (optionalEnvironment('issuerOrigins') ?? '').split(' ').filter((origin) => origin !== ''),
});
