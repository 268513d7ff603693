import { numberOf } from './crowded-town.js';
import { eachStory } from './each-story.js';
import { messagesQueued } from './everything-stored.js';
import { RESIDENT } from './town-story.js';

const story = eachStory();

type Fault = Readonly<Record<string, string>>;
const DOWN: [what: string, Fault][] = [
  ['the function that reads texts fails', { function: 'ReceiveSms', error: 'Broken' }],
  ['DynamoDB is down', { service: 'dynamodb', error: 'ServiceUnavailable' }],
  ['Step Functions is down', { service: 'states', error: 'ServiceUnavailable' }],
];

/** The second takes back what the first said, and the third comes too late for it. */
const READ_IN_ORDER = ['已记录：收到', '请办理', '已撤销“收到”', '请接办', '已有答复'];

describe('while for a quarter of an hour', () => {
  it.each(DOWN)(
    '%s, what one sender texts is read in its order, each text once, and nobody else waits for it',
    async (_what, fault) => {
      const town = story();
      await town.submit();
      const cadre = town.phoneOf('g52-a');
      const before = town.textsTo(cadre).length;
      const code = town.codeFor(cadre);
      await town.fault(fault);
      // Each means something only after the one before.
      for (const words of [`${code} 1`, '撤销', '1']) {
        await town.text(cadre, words);
        // Each is tried again three minutes after its last try: here the second and the third before the first.
        await town.advance('PT5M10S');
      }
      await town.text(RESIDENT.phone, '进度');
      await town.clearFaults();
      await town.advance('PT15M');
      const told = town.textsTo(cadre).slice(before, before + READ_IN_ORDER.length);
      expect(told).toEqual(READ_IN_ORDER.map((words) => expect.stringContaining(words)));
      expect(town.textsTo(RESIDENT.phone).length).toBeGreaterThan(0);
      expect(await messagesQueued(town)).toBe(0);
    },
  );
});

describe('a text of the evening that is read in the night', () => {
  it('is answered in the morning, and nobody is woken by what follows from it; but for who is in danger', async () => {
    const town = story();
    await town.submit();
    await town.advance('PT11H');
    const [reporter, inDanger] = [numberOf(1), numberOf(2)];
    const cadre = town.phoneOf('g52-a');
    await town.fault({ function: 'ReceiveSms', error: 'Broken' });
    await town.text(reporter, '朱口村3组路灯不亮了');
    await town.text(inDanger, '朱口村1组煤气管道漏气，味道很大');
    await town.text(cadre, `${town.codeFor(cadre)} 1`);
    const people = [reporter, cadre, RESIDENT.phone];
    const told = () => people.map((phone) => town.textsTo(phone).length);
    const before = told();
    await town.advance('PT7H');
    await town.clearFaults();
    await town.advance('PT15M');
    expect(told()).toEqual(before);
    expect(town.textsTo(inDanger)).toHaveLength(1);
    await town.advance('PT5H');
    expect(told().map((count, n) => count > (before[n] ?? 0))).toEqual([true, true, false]);
  });
});
