import { isInChina, OF_CLOUDFRONT, type Settings } from '../../infra/settings.js';

/** Work that only people can do, or that only a network can tell; the words are the catalogue's. */
export type ToDo =
  | {
      readonly do: 'credentials' | 'bootstrap' | 'deploy';
      readonly stage: string;
      readonly region: string;
      readonly account: string | undefined;
    }
  | { readonly do: 'certificate'; readonly domain: string; readonly region: string }
  | { readonly do: 'dns' | 'icp'; readonly domain: string }
  | { readonly do: 'firewall' | 'town'; readonly stage: string }
  | { readonly do: 'issuer'; readonly issuer: string; readonly address: string }
  | { readonly do: 'no console' | 'sandbox' | 'number' | 'templates' | 'http carrier' }
  | { readonly do: 'mail'; readonly mail: string }
  | { readonly do: 'no alarms' };

/** The work left to do by hand for a stage, in its order. */
export function leftToDo({
  stage,
  region,
  account,
  domain,
  edge,
  signIn,
  carrier,
  alarms,
}: Settings): ToDo[] {
  const where = { stage, region, account };
  const address = domain === undefined ? '<ApiUrl>' : `https://${domain.name}`;
  return [
    ...(domain && isInChina(region) ? [{ do: 'icp', domain: domain.name } as const] : []),
    ...(domain
      ? [{ do: 'certificate', domain: domain.name, region: edge ? OF_CLOUDFRONT : region } as const]
      : []),
    { do: 'credentials', ...where },
    { do: 'bootstrap', ...where },
    ...(edge && edge.webAcl === undefined && region !== OF_CLOUDFRONT
      ? [{ do: 'firewall', stage } as const]
      : []),
    { do: 'deploy', ...where },
    ...(domain ? [{ do: 'dns', domain: domain.name } as const] : []),
    signIn ? { do: 'issuer', issuer: signIn.issuer, address } : { do: 'no console' },
    ...(carrier === 'aws'
      ? ([{ do: 'sandbox' }, { do: 'number' }, { do: 'templates' }] as const)
      : [{ do: 'http carrier' } as const]),
    { do: 'town', stage },
    alarms ? { do: 'mail', mail: alarms.mail } : { do: 'no alarms' },
  ];
}
