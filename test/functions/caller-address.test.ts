import { callerAddress } from '../../functions/http/caller-address.js';

const PROXIES = ['10.0.0.0/8', '2001:db8:ffff::/48'];

function address(sourceIp: string, forwarded: string | undefined, trustedProxies: string[] = []): string {
  const http = { method: 'POST', path: '/', protocol: 'HTTP/1.1', sourceIp, userAgent: 'test' };
  const requestContext = { http } as Parameters<typeof callerAddress>[0]['requestContext'];
  return callerAddress({ headers: { 'x-forwarded-for': forwarded }, requestContext }, { trustedProxies });
}

describe('the address of a caller', () => {
  it.each<[what: string, from: string, forwarded: string | undefined, proxies: string[], is: string]>([
    ['is whoever connected', '203.0.113.7', undefined, [], '203.0.113.7'],
    ['is not what anybody writes', '203.0.113.7', '198.51.100.1', [], '203.0.113.7'],
    ['is not what anybody else writes than a proxy', '203.0.113.7', '198.51.100.1', PROXIES, '203.0.113.7'],
    ['is what a proxy saw', '10.1.1.1', '203.0.113.7', PROXIES, '203.0.113.7'],
    [
      'is the last that no proxy is',
      '10.1.1.1',
      '192.0.2.9, 203.0.113.7, 10.2.2.2, 10.1.1.1',
      PROXIES,
      '203.0.113.7',
    ],
    ['is the proxy where it says nothing', '10.1.1.1', undefined, PROXIES, '10.1.1.1'],
    ['is the proxy where it says nonsense', '10.1.1.1', 'unknown', PROXIES, '10.1.1.1'],
    ['in IPv6 is its network', '2001:db8:1:2:3:4:5:6', undefined, [], '2001:db8:1:2::/64'],
    [
      'in IPv6 is its network, however it is written',
      '2001:0DB8:0001:0002::9',
      undefined,
      [],
      '2001:db8:1:2::/64',
    ],
    ['in IPv6 is its network, with zeros', '2001:db8::1', undefined, [], '2001:db8:0:0::/64'],
    ['is IPv4 in the words of IPv6', '::ffff:203.0.113.7', undefined, [], '203.0.113.7'],
  ])('%s', (_, from, forwarded, proxies, is) => {
    expect(address(from, forwarded, proxies)).toBe(is);
  });
});
