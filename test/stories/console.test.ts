import { PERMISSIONS } from '../../domain/access/permissions.js';
import { eachStory } from './each-story.js';
import { sampleTown } from '../towns/sample-town.js';

const story = eachStory({ console: true });

describe('who comes into the console', () => {
  it('is told who they are, of which town, and what they may do there', async () => {
    const answer = await story().admin('administrator', '/admin/me');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      id: 'sanhehu.administrator',
      town: { id: 'sanhehu', name: { en: 'Sanhehu Town' }, sample: true, version: 1 },
      roles: ['administrator'],
      // What is confidential is the inspection team's and the duty desk's.
      permissions: PERMISSIONS.filter((one) => one !== 'complaints.read' && one !== 'people.withheld'),
    });
  });

  it('needs a token', async () => {
    const answer = await story().http('/admin/me');
    expect(answer.status).toBe(401);
  });

  it('comes into the town of their token, whatever the address says', async () => {
    const elmford = await story().beside(sampleTown('elmford'));
    const mine = await story().admin('leader', '/admin/me?town=elmford');
    expect(await mine.json()).toMatchObject({ town: { id: 'sanhehu' } });
    const theirs = await elmford.admin('leader', '/admin/me');
    expect(await theirs.json()).toMatchObject({ town: { id: 'elmford' } });
  });

  it("finds out from the pages' own address where to sign in", async () => {
    const town = story();
    const answer = await town.http('/console/config.json');
    expect(await answer.json()).toEqual({ issuer: town.cloud.issuer, clientId: 'small-grid-console' });
    expect(answer.headers.get('content-security-policy')).toContain(
      `connect-src 'self' ${town.cloud.issuer};`,
    );
  });
});
