import { eachStory } from './each-story.js';
import { findTarget } from '../../domain/request/find-target.js';
import { linkTo, withLinks } from './texted-link.js';
import { RESIDENT, type TownStory } from './town-story.js';

const story = eachStory({ change: withLinks });

interface Ask {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly asked: string;
  readonly request?: string;
  readonly facts: readonly { readonly fact: string; readonly value: string }[];
  readonly words?: string;
  readonly aid: boolean;
  readonly targets?: {
    readonly departments: readonly { readonly id: string; readonly name: string; readonly likely?: true }[];
    readonly grids: readonly { readonly number: number; readonly name: string }[];
  };
  readonly options: readonly { readonly option: string; readonly label: string; readonly note: string }[];
  readonly until: string;
  readonly programme?: { readonly documents: readonly string[]; readonly form: readonly { id: string }[] };
}
interface ProblemDocument {
  readonly title: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  readonly answered?: { readonly option: string; readonly label?: string; readonly at: string };
}

const open = (town: TownStory, link: string): Promise<Response> => town.http(`${link}&lang=en`);

async function ask(town: TownStory, link: string): Promise<Ask> {
  const response = await open(town, link);
  expect(response.status).toBe(200);
  return (await response.json()) as Ask;
}

async function answer(
  town: TownStory,
  link: string,
  option: string,
  note?: string,
  form?: object,
): Promise<Response> {
  if (note !== undefined && note.length > 3) town.typed.add(note);
  const response = await town.http(`${link}&lang=en`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ option, note, form }),
  });
  await town.cloud.clock.settled();
  return response;
}

/** An application that meets the programme's conditions; sample data. */
const FORM = { age: 72, 'resident-of-town': true, eye: 'left' };

async function errors(response: Response): Promise<unknown[]> {
  return [response.status, ((await response.json()) as ProblemDocument).errors?.map(({ field }) => field)];
}

describe('the link that a member of staff is texted with an ask', () => {
  it('opens that ask, in the words of the text, and takes the answer', async () => {
    const town = story();
    const receipt = await town.submit();
    const link = linkTo(town, 'g52-a');
    const asked = await ask(town, link);
    expect(town.textsTo(town.phoneOf('g52-a'))).toContain(asked.text);
    expect(asked).toMatchObject({
      id: `${receipt.id}-1`,
      kind: 'acceptance',
      until: '2026-08-24T03:00:00.000Z',
    });
    expect(asked.options).toEqual([
      { option: 'accept', label: 'take', note: 'optional' },
      { option: 'decline', label: 'cannot', note: 'optional' },
      { option: 'transfer', label: 'pass on', note: 'required' },
      { option: 'call', label: 'call departments', note: 'required' },
    ]);
    const answered = await answer(town, link, 'accept');
    expect([answered.status, await answered.json()]).toEqual([
      202,
      { id: `${receipt.id}-1`, option: 'accept', label: 'take' },
    ]);
    expect((await town.view(receipt)).status).toBe('accepted');
  });

  it('runs a whole case without one text back, the form and the documents of the programme included', async () => {
    const town = story();
    const receipt = await town.submit({ category: 'cataract-surgery', description: '示例：左眼看不见' });
    await answer(town, linkTo(town, 'g52-a'), 'accept');
    const application = await ask(town, linkTo(town, 'g52-a'));
    const programme = town.town.programmes.find(({ id }) => id === 'cataract-surgery');
    expect(application.kind).toBe('application');
    expect(application.programme?.documents).toEqual(programme?.documents.map(({ name }) => name.en));
    expect(application.programme?.form.map(({ id }) => id)).toEqual(programme?.form.map(({ id }) => id));
    await answer(town, linkTo(town, 'g52-a'), 'done', '已上门填表', FORM);
    await answer(town, linkTo(town, 'red-cross-1'), 'refuse', '不符合收入条件');
    expect(await town.view(receipt)).toMatchObject({ status: 'closed', closedAs: 'refused' });
  });

  it('says what the text says piece by piece, and the resident’s words to whoever handles it', async () => {
    const town = story();
    const { id } = await town.submit();
    const asked = await ask(town, linkTo(town, 'g52-a'));
    expect(asked).toMatchObject({
      asked: town.nameOf('g52-a'),
      request: `${id.slice(0, 4)}-${id.slice(4)}`,
      words: '示例：门口路灯不亮',
      aid: false,
    });
    expect(Object.fromEntries(asked.facts.map(({ fact, value }) => [fact, value]))).toEqual({
      category: 'Street light',
      place: `Zhukou group ${town.groupOf(52)}`,
      person: RESIDENT.name,
      phone: RESIDENT.phone,
    });
  });

  it('names whom it can be passed on to: first whom the town gives such matters to, and no desk of its own', async () => {
    const town = story();
    await town.submit({ category: 'water-leak', description: '示例：水管漏水' });
    const { targets } = await ask(town, linkTo(town, 'g52-a'));
    const { departments = [], grids = [] } = targets ?? {};
    expect(departments.filter(({ likely }) => likely)).toMatchObject([
      { id: 'water-company', name: 'Water Company' },
    ]);
    expect(departments.map(({ id }) => id)).not.toContain(town.town.settings.departments.dutyDesk);
    expect(grids).toHaveLength(town.town.grids.length);
    // What is picked is understood as it is picked.
    expect(departments.map(({ name }) => findTarget(town.town, name))).toEqual(
      departments.map(({ id }) => ({ department: id })),
    );
  });

  it('asks for a sum where somebody may get it, and never where the matter is of a public place', async () => {
    const town = story();
    await town.submit({ category: 'street-light', description: '示例：路灯不亮' });
    await answer(town, linkTo(town, 'g52-a'), 'accept');
    expect(await ask(town, linkTo(town, 'g52-a'))).toMatchObject({ kind: 'outcome', aid: false });
    await town.submit({ category: 'other', description: '示例：老人独居，生活困难' });
    await answer(town, linkTo(town, 'g52-a'), 'accept');
    expect(await ask(town, linkTo(town, 'g52-a'))).toMatchObject({ kind: 'outcome', aid: true });
  });

  it('shows whoever approves no more of the resident than their text does', async () => {
    const town = story();
    await town.submit({ category: 'cataract-surgery', description: '示例：左眼看不见' });
    await answer(town, linkTo(town, 'g52-a'), 'accept');
    await answer(town, linkTo(town, 'g52-a'), 'done', '已上门填表', FORM);
    const approval = await ask(town, linkTo(town, 'red-cross-1'));
    expect(approval.text).toContain(RESIDENT.name);
    expect(JSON.stringify(approval)).not.toContain('看不见');
    expect(approval.words).toBeUndefined();
    expect(approval.programme?.form).toEqual([]);
  });

  it('is a page for a browser: one that runs its own files only, and holds nothing of the ask', async () => {
    const town = story();
    await town.submit();
    const link = linkTo(town, 'g52-a');
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
    const page = await town.http(link, { headers: { accept, 'accept-language': 'en' } });
    const body = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(page.headers.get('vary')).toBe('accept');
    expect(body).toContain('<html lang="en">');
    expect(body).not.toMatch(/<script(?! type="module" src="\/)|<style| style=| on\w+=/);
    const wrong = await town.http(link.replace(/sig=.*/, 'sig=x'), {
      headers: { accept, 'accept-language': 'en' },
    });
    expect([wrong.status, await wrong.text()]).toEqual([200, body]);
  });

  it('names the ask, the town and a signature of 128 bits, and nothing of the resident', async () => {
    const town = story();
    await town.submit();
    expect(linkTo(town, 'g52-a')).toMatch(/^\/asks\/[0-9A-Z]{8}-1\?town=sanhehu&sig=[\w-]{22}$/);
  });

  it('counts the same answer sent twice once, and takes no other after it', async () => {
    const town = story();
    const receipt = await town.submit();
    const link = linkTo(town, 'g52-a');
    expect((await answer(town, link, 'accept')).status).toBe(202);
    expect((await answer(town, link, 'accept')).status).toBe(202);
    expect((await answer(town, link, 'transfer', '2')).status).toBe(409);
    const again = await open(town, link);
    expect([again.status, ((await again.json()) as ProblemDocument).answered]).toEqual([
      409,
      { option: 'accept', label: 'take', at: '2026-08-24T01:00:00.000Z' },
    ]);
    expect((await town.timeline(receipt)).filter((type) => type === 'accepted')).toHaveLength(1);
  });

  it('says of an answered step of an emergency how far somebody is, and never that it is done', async () => {
    const town = story();
    await town.submit({ category: 'gas-leak', description: '示例：施工挖断燃气管道' });
    const link = linkTo(town, 'gas-company-1');
    expect((await answer(town, link, 'done')).status).toBe(202);
    const again = await open(town, link);
    expect([again.status, ((await again.json()) as ProblemDocument).answered]).toMatchObject([
      409,
      { option: 'done', label: 'on the way' },
    ]);
  });

  it('counts an answer once that comes again when the time to answer is over', async () => {
    const town = story();
    const receipt = await town.submit();
    const link = linkTo(town, 'g52-a');
    const first = await answer(town, link, 'accept');
    await town.advance('PT3H');
    const again = await answer(town, link, 'accept');
    expect([again.status, await again.json()]).toEqual([202, await first.json()]);
    expect((await answer(town, link, 'transfer', '2')).status).toBe(409);
    expect((await open(town, link)).status).toBe(410);
    expect((await town.timeline(receipt)).filter((type) => type === 'accepted')).toHaveLength(1);
  });

  it('is over once the code was answered by text', async () => {
    const town = story();
    await town.submit();
    const link = linkTo(town, 'g52-a');
    await town.reply('g52-a', '1');
    expect((await answer(town, link, 'accept')).status).toBe(409);
  });

  it('expires with the ask', async () => {
    const town = story();
    await town.submit();
    const link = linkTo(town, 'g52-a');
    await town.advance('PT3H');
    expect((await open(town, link)).status).toBe(410);
    expect((await answer(town, link, 'accept')).status).toBe(410);
  });

  it('opens no other ask, no other town and nothing when a character is changed', async () => {
    const town = story();
    await town.submit();
    const link = linkTo(town, 'g52-a');
    const flipped = link.at(-1) === 'A' ? 'Q' : 'A';
    for (const wrong of [
      link.replace('-1?', '-2?'),
      link.slice(0, -1) + flipped,
      link.replace('town=sanhehu', 'town=atlantis'),
      link.replace(/\/asks\/\w+-1/, '/asks/7Q3K9M2A-1'),
      link.replace(/\/asks\/[\w-]+/, '/asks/nonsense'),
    ])
      expect([wrong, (await open(town, wrong)).status]).toEqual([wrong, 404]);
    expect((await town.http(link.replace(/&sig=.*/, ''))).status).toBe(400);
  });

  it('of one ask does not open the next ask of the same request', async () => {
    const town = story();
    await town.submit();
    const first = linkTo(town, 'g52-a');
    await answer(town, first, 'accept');
    const sig = (link: string) => new URLSearchParams(link.split('?')[1]).get('sig') ?? '';
    const second = linkTo(town, 'g52-a');
    expect(second).not.toBe(first);
    expect((await open(town, second.replace(sig(second), sig(first)))).status).toBe(404);
  });
});

describe('an answer by link is checked as one by text', () => {
  it.each([
    ['an option that is not offered', 'done', undefined, '/option'],
    ['a transfer without words', 'transfer', undefined, '/note'],
    ['a transfer to nowhere', 'transfer', '月球', '/note'],
    ['a word too long', 'accept', '长'.repeat(501), '/note'],
    ['an option there is not', 'dance', undefined, '/option'],
  ])('%s is refused by its field, and the ask stays open', async (_what, option, note, field) => {
    const town = story();
    await town.submit();
    const link = linkTo(town, 'g52-a');
    expect(await errors(await answer(town, link, option, note))).toEqual([422, [field]]);
    expect((await answer(town, link, 'accept')).status).toBe(202);
  });

  it('an extension beyond the limit is refused', async () => {
    const town = story();
    await town.submit();
    await answer(town, linkTo(town, 'g52-a'), 'accept');
    await answer(town, linkTo(town, 'g52-a'), 'extend', '等配件');
    expect(await errors(await answer(town, linkTo(town, 'g52-a'), 'extend', '还在等'))).toEqual([
      422,
      ['/option'],
    ]);
  });
});

describe('a town whose carrier blocks links', () => {
  const codesOnly = eachStory();

  it('texts none, and signs none', async () => {
    const town = codesOnly();
    const { id } = await town.submit();
    expect(town.textsTo(town.phoneOf('g52-a')).join()).not.toMatch(/https?:/);
    expect((await town.http(`/asks/${id}-1?sig=AAAAAAAAAAAAAAAAAAAAAA`)).status).toBe(404);
  });
});
