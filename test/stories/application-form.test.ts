import { eachStory } from './each-story.js';
import { linkTo, withLinks } from './texted-link.js';
import type { Receipt, TownStory } from './town-story.js';

const story = eachStory({ change: withLinks });

const FORM = { age: 72, 'resident-of-town': true, eye: 'left', 'disability-number': '示例残疾证号37001' };
const JSON_TYPE = { 'content-type': 'application/json' };

interface Shown {
  readonly application?: readonly { readonly label: string; readonly value: string }[];
  readonly words?: string;
  readonly programme?: { readonly form: readonly { readonly id: string; readonly value?: unknown }[] };
}

/** A request for the operation whose owner is asked to apply. */
async function toBeAppliedFor(town: TownStory): Promise<Receipt> {
  const receipt = await town.submit({ category: 'cataract-surgery', description: '示例：左眼看不清' });
  await town.reply('g52-a', '1');
  return receipt;
}

const show = async (town: TownStory, staff: string): Promise<Shown> =>
  (await (await town.http(`${linkTo(town, staff)}&lang=en`)).json()) as Shown;

async function answer(town: TownStory, staff: string, body: object): Promise<[number, unknown]> {
  town.typed.add(FORM['disability-number']);
  const response = await town.http(`${linkTo(town, staff)}&lang=en`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify(body),
  });
  await town.cloud.clock.settled();
  const { errors } = (await response.json()) as { errors?: unknown };
  return [response.status, errors];
}

const stepsOf = async (town: TownStory, receipt: Receipt) =>
  (await town.timeline(receipt)).filter((type) => type === 'step-done').length;

async function say(town: TownStory, words: string, id?: string): Promise<string> {
  const cadre = town.phoneOf('g52-a');
  await town.text(cadre, words, id);
  return town.lastTextTo(cadre);
}

describe('an application handed in on its page', () => {
  it('reaches whoever approves it, and stands nowhere else', async () => {
    const town = story();
    const receipt = await toBeAppliedFor(town);
    expect(await answer(town, 'g52-a', { option: 'done', form: FORM })).toEqual([202, undefined]);
    expect(await stepsOf(town, receipt)).toBe(1);
    const approval = await show(town, 'red-cross-1');
    expect(approval.application).toEqual([
      { label: 'Age', value: '72' },
      { label: 'Lives in the town', value: 'yes' },
      { label: 'Which eye', value: 'Left' },
      { label: 'Disability certificate number (if any)', value: FORM['disability-number'] },
    ]);
    expect(approval.words).toBeUndefined();
    expect(JSON.stringify(await town.view(receipt))).not.toContain(FORM['disability-number']);
    expect(await town.leaks()).toEqual([]);
  });

  it('is told of each field what is wrong, and stays open', async () => {
    const town = story();
    const receipt = await toBeAppliedFor(town);
    const form = { age: 200, eye: 'nose', shoe: 43 };
    expect(await answer(town, 'g52-a', { option: 'done', form })).toEqual([
      422,
      [
        { field: '/form/age', message: 'must be at most 130' },
        { field: '/form/resident-of-town', message: 'is required; please fill it in' },
        { field: '/form/eye', message: 'must be one of: left, right, both' },
        { field: '/form/shoe', message: 'is not a known field; please leave it out' },
      ],
    ]);
    expect(await stepsOf(town, receipt)).toBe(0);
  });

  it('for somebody the programme is not for is refused, by the rule that is not met', async () => {
    const town = story();
    await toBeAppliedFor(town);
    const form = { ...FORM, age: 12, 'resident-of-town': false };
    expect(await answer(town, 'g52-a', { option: 'done', form })).toEqual([
      422,
      [
        { field: '/form/resident-of-town', message: 'This programme is for people who live in the town' },
        { field: '/form/age', message: "Children under 18 are treated by a children's eye clinic" },
      ],
    ]);
  });

  it('belongs to an application that is handed in, and to nothing else', async () => {
    const town = story();
    await town.submit();
    expect((await answer(town, 'g52-a', { option: 'accept', form: FORM }))[0]).toBe(422);
  });

  it('brought back for missing documents it stands as it was filled in', async () => {
    const town = story();
    const receipt = await toBeAppliedFor(town);
    await answer(town, 'g52-a', { option: 'done', form: FORM });
    await answer(town, 'red-cross-1', { option: 'documents', note: '2' });
    await town.replyAsResident('1');
    expect((await show(town, 'red-cross-1')).application).toHaveLength(4);
    expect(await stepsOf(town, receipt)).toBe(1);
  });
});

describe('an application handed in by text', () => {
  it('is asked for by one word, and filled in by numbers', async () => {
    const town = story();
    const receipt = await toBeAppliedFor(town);
    const code = town.codeFor(town.phoneOf('g52-a'));
    expect(await say(town, '表')).toContain(
      `表 ${code} 的各项：1年龄 2是否本镇户籍或常住 3患眼（左眼/右眼/双眼）`,
    );
    expect(await say(town, '表 1=72 2=是 3=左')).toContain('已记录');
    expect(await stepsOf(town, receipt)).toBe(1);
    expect((await show(town, 'red-cross-1')).application?.map(({ value }) => value)).toEqual([
      '72',
      'yes',
      'Left',
    ]);
  });

  it('is told by number which fields are wrong, and stays open', async () => {
    const town = story();
    const receipt = await toBeAppliedFor(town);
    const code = town.codeFor(town.phoneOf('g52-a'));
    const reply = await say(town, `${code} 表 1=很老 2=是`);
    expect(reply).toContain('请改正：1年龄 3患眼（左眼/右眼/双眼）');
    expect(reply).not.toContain('2是否');
    expect(await stepsOf(town, receipt)).toBe(0);
  });

  it('for somebody the programme is not for is answered with the reason', async () => {
    const town = story();
    await toBeAppliedFor(town);
    expect(await say(town, '表 1=72 2=否 3=双眼')).toContain('本项目仅面向本镇户籍或常住居民');
  });

  it('delivered twice counts once', async () => {
    const town = story();
    const receipt = await toBeAppliedFor(town);
    await say(town, '表 1=72 2=是 3=左眼', 'form-once');
    await say(town, '表 1=72 2=是 3=左眼', 'form-once');
    expect(await stepsOf(town, receipt)).toBe(1);
    expect(town.textsTo(town.phoneOf('g52-a')).filter((text) => text.includes('已记录'))).toHaveLength(2);
  });

  test.each([
    ['nothing is open', '表 1=72', '没有待答复'],
    ['the code is none of theirs', '表 K7QV 1=72', '没有编码K7QV'],
  ])('%s: its sender is told so', async (_what, words, told) => {
    expect(await say(story(), words)).toContain(told);
  });
});
