import { learn } from '../../../domain/reading/learn.js';
import { readWords } from '../../../domain/reading/read-words.js';
import { sampleTown } from '../../towns/sample-town.js';

const town = sampleTown();
const read = (words: string) => readWords(town, words);

describe('a danger', () => {
  it.each([
    ['煤气漏了 侯家院 三组!!!', 'gas'],
    ['闻到臭鸡蛋味', 'gas'],
    ['52网格有户人家煤气泄漏', 'gas'],
    ['挖掘机把黄管子挖断了 呲呲响', 'gas'],
    ['没气漏了快来人', 'gas'],
    ['meiqi louqi le zhukou cun 3 zu', 'gas'],
    ['昨晚生着炉子睡的 早上起来头疼还吐', 'carbon-monoxide'],
    ['电线掉地上了 还冒火花', 'electricity'],
    ['变压器冒烟', 'electricity'],
    ['地里麦茬着火了 风大往村里烧', 'fire'],
    ['大坝那里冒浑水', 'flood'],
    ['院墙歪了 孩子天天从底下过 要倒', 'collapse'],
    ['路上井盖没了 天黑看不见', 'open-hole'],
    ['俺家孩子找不着了 四岁', 'missing-person'],
    ['有人拿刀在村口砍人', 'violence'],
    [
      'No electricity since noon and my father needs his oxygen machine, battery at 20 percent. Hanjiawa group 8',
      'life-support',
    ],
    ['strong smell of gas in the corridor', 'gas'],
    ['a live wire is down across the lane', 'electricity'],
    ['the road over the culvert drops a little more under each car', 'collapse'],
    ['my neighbour collapsed and is not breathing', 'medical'],
  ])('is heard in "%s"', (words, kind) => {
    expect(read(words).danger).toMatchObject({ level: 'danger', kind });
  });

  it.each(['水塔旁', '在水塔旁第二户 灯不亮', 'they live by the water tower, the lamp is out'])(
    'is not the water tower beside which something is: "%s"',
    (words) => {
      expect(read(words).danger.level).toBe('none');
    },
  );

  it.each([
    '水塔歪了快倒了',
    '水塔边裂了一大块',
    '小伙子坐在水塔上 要往下跳',
    'the water tower is leaning and cracking',
  ])('is what befalls the water tower itself: "%s"', (words) => {
    expect(read(words).danger.level).toBe('danger');
  });

  it.each([
    '煤气没漏',
    '燃气卡怎么充值',
    '上次漏气已经修好了 谢谢',
    '路灯不亮 朱口村5组',
    '气死我了 村干部态度太差',
    '燃气演练什么时候搞',
    '想办低保 需要什么材料',
    'The street light is out in Zhukou',
    'How do I top up my gas card?',
    'thank you, the gas leak was fixed yesterday',
    '您的外卖到了，麻烦下楼取一下麻辣烫',
    'our fire drill went well, everybody was out in four minutes',
    'The regulator recall in the paper, does it cover the grey ones? ours works well',
    '示例：1',
    '',
  ])('is not heard in "%s"', (words) => {
    expect(read(words).danger.level).not.toBe('danger');
  });

  it('comes with how sure it is and the words that decided it', () => {
    const { confidence, evidence } = read('厨房里煤气漏了').danger;
    expect(confidence).toBeGreaterThan(0.8);
    expect(evidence.join('')).toMatch(/煤气|漏/);
  });
});

describe('a category', () => {
  it.each([
    ['水龙头一滴水都不出', 'water-leak'],
    ['晚上路灯不亮', 'street-light'],
    ['垃圾好几天没人清了', 'household-refuse'],
    ['工地半夜还在施工 吵得睡不着', 'construction-site'],
    ['想申请低保', 'minimum-living-allowance'],
    ['俺娘眼里长了白内障', 'cataract-surgery'],
    ['路上全是坑 没法走', 'road-damage'],
    ['邻居盖房占了我家宅基地', 'neighbour-dispute'],
    ['河边有人没批手续就盖起两间房', 'illegal-construction'],
    ['a third storey is going up at the corner without any permit', 'illegal-construction'],
    ['we have had no water since Monday', 'water-leak'],
    ['there is a huge pothole near the school', 'road-damage'],
    ['rubbish has not been collected for two weeks', 'household-refuse'],
  ])('of "%s" is %s', (words, category) => {
    expect(read(words).category.id).toBe(category);
  });

  it('below a confidence is a guess, with the best three', () => {
    const { sure, best } = read('又黑又臭没法走').category;
    expect(sure).toBe(false);
    expect(best).toHaveLength(3);
  });
});

describe('what kind of text it is', () => {
  it.each([
    ['谢谢', 'nothing'],
    ['【某银行】您尾号1234的账户入账500元', 'nothing'],
    ['进度', 'news'],
    ['办得怎么样了', 'news'],
    ['any news about my request?', 'news'],
    ['路灯坏了', 'matter'],
    ['低保怎么申请', 'matter'],
  ])('"%s" is %s', (words, kind) => {
    expect(read(words).kind.is).toBe(kind);
  });
});

it('the same words are read the same way each time, and a text of 60,000 characters is read in a moment', () => {
  const long = '路灯坏了。'.repeat(12_000);
  expect(read(long)).toEqual(read(long));
  expect(read('煤气漏了')).toEqual(read('煤气漏了'));
});

it('a town without examples reads by what its categories are called, and takes nothing for a danger', () => {
  const bare = { ...town, categories: [...town.categories], model: learn(town, []) };
  expect(readWords(bare, '路灯').category.id).toBe('street-light');
  expect(readWords(bare, '你好').danger.level).toBe('none');
});

it('a town that was stored before readings were learnt knows nothing, and says so', () => {
  const reading = readWords({ ...town, categories: [...town.categories], model: '' }, '煤气漏了');
  expect(reading).toMatchObject({
    danger: { level: 'none' },
    category: { sure: false },
    kind: { is: 'matter' },
  });
});
