import { join } from 'node:path';
import { environment, optionalEnvironment } from '../../../adapters/environment.js';
import { readAssets } from '../../http/pages/assets.js';
import type { ConsolePages } from './serve-pages.js';

const account = optionalEnvironment('awsAccount');

export const SETTINGS: ConsolePages = {
  assets: readAssets(join(import.meta.dirname, 'assets')),
  config: {
    issuer: environment('issuer'),
    clientId: environment('audience'),
    ...(account === undefined ? {} : { awsConsole: { region: environment('region'), account } }),
  },
  pages: environment('pages'),
  issuerOrigins: (optionalEnvironment('issuerOrigins') ?? '').split(' ').filter((origin) => origin !== ''),
};
