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
    ]);
    expect((await show(town, 'disabled-federation-1')).application).toEqual([
      { label: 'Age', value: '72' },
      { label: 'Disability certificate number', value: FORM['disability-number'] },
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
        { field: '/form/age', message: 'Age must be at most 130' },
        { field: '/form/resident-of-town', message: 'Lives in the town is required; please fill it in' },
        { field: '/form/eye', message: 'Which eye must be one of: left, right, both' },
        { field: '/form/shoe', message: 'is not a known field; please leave it out' },
      ],
    ]);
    // A number that was written as a word is there, and is no number.
    expect(await answer(town, 'g52-a', { option: 'done', form: { ...FORM, age: 'seventy' } })).toEqual([
      422,
      [{ field: '/form/age', message: 'Age must be a number' }],
    ]);
    expect(await stepsOf(town, receipt)).toBe(0);
  });

  it('says done without its form and is asked for it, field by field', async () => {
    const town = story();
    const receipt = await toBeAppliedFor(town);
    const [status, errors] = await answer(town, 'g52-a', { option: 'done', note: '材料齐全' });
    expect(status).toBe(422);
    expect(errors).toEqual(
      ['age', 'resident-of-town', 'eye'].map((id) => ({
        field: `/form/${id}`,
        message: expect.stringMatching(/required|must be one of/) as string,
      })),
    );
    expect(await stepsOf(town, receipt)).toBe(0);
    expect(town.asksTo('red-cross-1', receipt)).toEqual([]);
  });

  it('is handed in for somebody the programme is not for with a reason, which its approvers read', async () => {
    const town = story();
    const receipt = await toBeAppliedFor(town);
    const form = { ...FORM, age: 12 };
    const exception = '孤儿，市儿童医院已转介';
    expect(await answer(town, 'g52-a', { option: 'done', form, exception })).toEqual([202, undefined]);
    expect(town.asksTo('red-cross-1', receipt).join()).toContain('年龄要求不小于18，填的是12');
    expect(await show(town, 'red-cross-1')).toMatchObject({
      exception: { unmet: ['Age: at least 18 wanted, 12 given'], reason: exception },
    });
    expect(JSON.stringify(await town.view(receipt))).not.toContain('孤儿');
  });

  it('for somebody the programme is not for is refused, by the rule that is not met', async () => {
    const town = story();
    await toBeAppliedFor(town);
    const form = { ...FORM, age: 12, 'resident-of-town': false };
    expect(await answer(town, 'g52-a', { option: 'done', form })).toEqual([
      422,
      [
        {
          field: '/form/resident-of-town',
          message:
            'Lives in the town: yes wanted, no given. This programme is for people who live in the town',
        },
        {
          field: '/form/age',
          message:
            "Age: at least 18 wanted, 12 given. Children under 18 are treated by a children's eye clinic",
        },
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
    expect((await show(town, 'red-cross-1')).application).toHaveLength(3);
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
    expect(reply).toContain('1年龄要填数字0-130，填的是“很老”；3患眼没填，要填左眼/右眼/双眼');
    expect(reply).not.toContain('2是否');
    expect(await stepsOf(town, receipt)).toBe(0);
  });

  it('for somebody the programme is not for is answered with the reason', async () => {
    const town = story();
    await toBeAppliedFor(town);
    expect(await say(town, '表 1=72 2=否 3=双眼')).toContain('是否本镇户籍或常住要求是，填的是否');
  });

  it.each(['1', '1 材料齐全，已申请', '已提交', '好了 都办好了'])(
    'without its form (%s) is not recorded: the form is what its sender is sent',
    async (words) => {
      const town = story();
      const receipt = await toBeAppliedFor(town);
      const code = town.codeFor(town.phoneOf('g52-a'));
      expect(await say(town, words)).toContain(`表 ${code}`);
      expect(await stepsOf(town, receipt)).toBe(0);
      expect(town.asksTo('red-cross-1', receipt)).toEqual([]);
      expect(await say(town, `1=72 2=是 3=左`)).toContain('已记录');
      expect(await stepsOf(town, receipt)).toBe(1);
    },
  );

  it('with a reason is handed in for somebody the programme is not for, and approved by who has read that', async () => {
    const town = story();
    const receipt = await toBeAppliedFor(town);
    await say(town, '表 1=17 2=是 3=双眼');
    expect(await stepsOf(town, receipt)).toBe(0);
    town.typed.add('父母双亡');
    expect(await say(town, '表 1=17 2=是 3=双眼 理由 父母双亡，视力只剩一成')).toContain('已记录');
    const redCross = town.phoneOf('red-cross-1');
    expect(town.asksTo('red-cross-1', receipt).join()).toContain(
      '不符合条件：年龄要求不小于18，填的是17；申请理由：父母双亡',
    );
    await town.text(redCross, `详 ${town.codeFor(redCross)}`);
    await town.text(redCross, `详 ${town.codeFor(redCross)} 2`);
    expect(town.textsTo(redCross).join()).toContain('身份证复印件');
    await town.reply('red-cross-1', '1');
    await town.reply('disabled-federation-1', '1');
    expect(town.asksTo('eye-hospital-1', receipt).length).toBeGreaterThan(0);
  });

  it('is approved by who has its fields before them, each body its own', async () => {
    const town = story();
    await toBeAppliedFor(town);
    await say(town, '表 1=72 2=是 3=左眼 4=示例37001');
    town.typed.add('示例37001');
    const [redCross = '', federation = ''] = ['red-cross-1', 'disabled-federation-1'].map((id) =>
      town.textsTo(town.phoneOf(id)).find((text) => text.includes('请审批')),
    );
    expect(redCross).toContain('患眼：左眼');
    expect(redCross).not.toContain('37001');
    expect(federation).toContain('37001');
    expect(federation).not.toContain('左眼');
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
