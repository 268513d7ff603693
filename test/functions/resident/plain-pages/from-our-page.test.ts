import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { mustBeFromOurPage } from '../../../../functions/resident/plain-pages/from-our-page.js';

const from = (site: string | undefined) => ({
  event: {
    headers: site === undefined ? {} : { 'sec-fetch-site': site },
  } as unknown as APIGatewayProxyEventV2,
});

describe('a form without scripts', () => {
  it('that a page of another site sent is refused', () => {
    expect(() => mustBeFromOurPage(from('cross-site'))).toThrow(
      expect.objectContaining({ type: 'not-allowed' }),
    );
  });

  it.each([
    ['our own page', 'same-origin'],
    ['an address that was typed', 'none'],
    ['a browser that does not say', undefined],
  ])('that %s sent is taken', (_what, site) => {
    expect(() => mustBeFromOurPage(from(site))).not.toThrow();
  });
});
