import { phoneDirectory } from '../../../tools/phone-directory.js';
import { sampleTown } from '../../towns/sample-town.js';
import { directoryOf } from '../../../web/phones/directory.js';

const town = sampleTown();
const directory = phoneDirectory(town, 'http://127.0.0.1:8080');

describe('the phone directory of a town', () => {
  it('lists everybody who can be texted, once', () => {
    expect(directory.people.map(({ phone }) => phone).sort()).toEqual(
      town.staff.map(({ phone }) => phone).sort(),
    );
  });

  it('says of everybody what they are asked as', () => {
    expect(directory.people.filter(({ roles }) => roles.length === 0)).toEqual([]);
  });

  it('names the head of a grid by grid and village', () => {
    const grid = town.grids.find(({ number }) => number === 52);
    const village = town.villages.find(({ id }) => id === grid?.village);
    const head = town.staff.find(({ id }) => id === grid?.posts.a);
    const person = directory.people.find(({ phone }) => phone === head?.phone);
    expect(person?.grids).toContain(52);
    expect(person?.roles.map(({ en }) => en)).toContain(`Grid 52 A post (head) · ${village?.name.en}`);
  });

  it('names who supervises villages, with the villages', () => {
    const supervisor = town.supervisors.find(({ role }) => role === 'secretary');
    const village = town.villages.find(({ id }) => id === supervisor?.village);
    const phone = town.staff.find(({ id }) => id === supervisor?.staff)?.phone;
    const roles = directory.people.find((person) => person.phone === phone)?.roles ?? [];
    const said = roles.find(({ en }) => en.startsWith('Area secretary'));
    expect(said?.en).toContain(village?.name.en);
    expect(said?.['zh-CN']).toContain(village?.name['zh-CN']);
  });

  it('is what the page reads', () => {
    expect(directoryOf(JSON.parse(JSON.stringify(directory)))).toEqual(directory);
  });
});
