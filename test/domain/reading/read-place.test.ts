import { gazetteerOf, type Way } from '../../../domain/reading/gazetteer.js';
import { commonCharacters } from '../../../domain/reading/common-characters.js';
import { simplify, syllablesOf } from '../../../domain/reading/phonetics.js';
import { readPlace, readPlaceAnswer } from '../../../domain/reading/read-place.js';
import { sampleTown } from '../../towns/sample-town.js';
import { town as smallTown } from '../small-town.js';

const TOWNS = { sanhehu: sampleTown('sanhehu'), elmford: sampleTown('elmford') };
const GAZETTEERS = { sanhehu: gazetteerOf(TOWNS.sanhehu), elmford: gazetteerOf(TOWNS.elmford) };
type TownName = keyof typeof TOWNS;

/** "zhukou/3", "dongsun|xisun/2", "#52", "zhukou/3#52" or "": what was read, in short. */
function inShort({ village, group, grid, candidates }: ReturnType<typeof readPlace>): string {
  const place = village ?? [...candidates].toSorted().join('|');
  return `${place}${group === undefined ? '' : `/${group}`}${grid === undefined ? '' : `#${grid}`}`;
}
const read = (words: string, town: TownName = 'sanhehu') => inShort(readPlace(GAZETTEERS[town], words));

describe('a village that is named', () => {
  it.each([
    // As locals shorten it.
    ['郭家楼村三组井盖没了', 'guojialou/3'],
    ['郭楼三队井盖没了', 'guojialou/3'],
    ['马店变压器响', 'majiadian'],
    ['崔窑没水了', 'cuijiayao'],
    ['韩洼那条路断了', 'hanjiawa'],
    ['吕井的水有味', 'lujiajing'],
    ['田湾二组停电', 'tianjiawan/2'],
    ['曹渡三组', 'caojiadu/3'],
    ['俺是宋坊的，老头腿断了', 'songjiafang'],
    ['葛圩五组路灯不亮', 'gejiawei/5'],
    ['徐坞村委后面着火了', 'xujiawu'],
    ['付营第二小组漏水', 'fujiaying/2'],
    ['侯园1组有人打架', 'houjiayuan/1'],
    ['枣林停电', 'zaolin'],
    ['沙窝小学食堂中毒', 'shawo'],
    ['五里铺路口没红绿灯', 'wulipu'],
    ['5里铺那边翻车了', 'wulipu'],
    ['槐屯打谷场起火', 'huaishutun'],
    ['付家营养牛的粪水淌到路上', 'fujiaying'],
    ['三河水管爆了', 'sanhe-community'],
    ['东孙书记不管事', 'dongsun'],
    ['他往我娘家北沟去了', 'beigou'],
    ['湖滨小区三号楼没电', 'hubin-community'],
    // By ear.
    ['猪口村九组井盖没了', 'zhukou/9'],
    ['竹口停电了', 'zhukou'],
    ['后家园五组漏气', 'houjiayuan/5'],
    ['六家集九组变压器冒烟', 'liujiaji/9'],
    ['牛家集三组', 'liujiaji/3'],
    ['怀树屯村3组的井', 'huaishutun/3'],
    ['陆家井村一组', 'lujiajing/1'],
    ['五里堡停水', 'wulipu'],
    // One character wrong, missing or too many.
    ['朱囗村10组', 'zhukou/10'],
    ['未口村一组', 'zhukou/1'],
    ['石乔村二组', 'shiqiao/2'],
    ['郭家搂村四组', 'guojialou/4'],
    ['芦花湾村四组淹水', 'luweiwan/4'],
    ['朱村二组', 'zhukou/2'],
    ['大王村二组', 'dawangzhuang/2'],
    ['石头桥村1组', 'shiqiao/1'],
    ['朱家口2组', 'zhukou/2'],
    // In traditional characters.
    ['侯家園四組電線掉下來了', 'houjiayuan/4'],
    ['後營村五組漏氣', 'houying/5'],
    ['東臺村二組', 'dongtai/2'],
    // In pinyin and English.
    ['zhukou cun 3 zu mei qi lou le', 'zhukou/3'],
    ['zhukoucun3zu ting dian', 'zhukou/3'],
    ['ZHUKOU', 'zhukou'],
    ['zai beigou cun, yi zu', 'beigou/1'],
    ['zhukuo cun 3 zu', 'zhukou/3'],
    ['Zhu Kou no water', 'zhukou'],
    ['The lamp in Houjia Yuan village is broken', 'houjiayuan'],
    ['Zhukou village group five, gas smell', 'zhukou/5'],
    ['East Sun village, trench left open', 'dongsun'],
    ['They store rebar in Stone Bridge village, group 1', 'shiqiao/1'],
    ['Lakeside Community has no lift', 'hubin-community'],
    ['朱口group 3 no gas', 'zhukou/3'],
    // Written with blanks, in a form, or twice.
    [' 朱 口 村 3 组 ', 'zhukou/3'],
    ['村：朱口 组：3 事：停电', 'zhukou/3'],
    ['朱口村朱口村着火了', 'zhukou'],
    ['三河湖镇东孙村三组有人触电', 'dongsun/3'],
  ])('is read in "%s"', (words, place) => {
    expect(read(words)).toBe(place);
  });

  it.each([
    ['Burst pipe in Brookfield group 2', 'brookfield/2'],
    ['brookfeild group 3 no lights', 'brookfield/3'],
    ['Brook field gp4 bins', 'brookfield/4'],
    ['the town center is flooded', 'town-centre'],
    ['centre of town is dark', 'town-centre'],
    ['weir side second group, tree down', 'weirside/2'],
    ["rubbish dumped near n'meadow", 'northmeadow'],
    ['limescale up here Ashgrove four, is the water harder?', 'ashgrove/4'],
    ['lodger owes two months, Town ctr g5', 'town-centre/5'],
    ['镇中心菜市场门口有人晕倒', 'town-centre'],
    ['堰边四组路灯', 'weirside/4'],
    ['溪田村三组漏水', 'brookfield/3'],
  ])('is read in "%s", in a town of English names', (words, place) => {
    expect(read(words, 'elmford')).toBe(place);
  });

  it('has its only group', () => {
    expect(readPlace(gazetteerOf(smallTown()), '北村停水')).toMatchObject({
      village: 'north-village',
      group: 1,
    });
  });
});

describe('two villages that a name fits', () => {
  it.each([
    ['王庄的水管爆了', 'dawangzhuang|xiaowangzhuang'],
    ['孙村二组停电', 'dongsun|xisun/2'],
    ['张村那座桥裂了', 'houzhang|qianzhang'],
    ['台村的路灯', 'dongtai|xitai'],
    ['沟村', 'beigou|nangou'],
    ['Wang village group 2, holes in the street', 'dawangzhuang|xiaowangzhuang/2'],
    ['前后营都停水', 'houying|qianying'],
  ])('are both candidates: "%s"', (words, places) => {
    expect(read(words)).toBe(places);
  });

  it.each([
    ['王庄6组停水', 'dawangzhuang/6'],
    ['营村6组', 'houying/6'],
    ['大王庄停水，王庄的人都没水', 'dawangzhuang'],
  ])('are one where only it has the group, or is named in full: "%s"', (words, place) => {
    expect(read(words)).toBe(place);
  });

  it.each(['小孙村停电', '老王庄停水', '南张村那边停电', '张庄停水', '李家庄村的地'])(
    'are none where a longer name is another village: "%s"',
    (words) => {
      expect(read(words)).toBe('');
    },
  );
});

describe('of two villages in one text', () => {
  it.each([
    ['我是朱口的，在东孙村口看见井盖没了', 'dongsun'],
    ['我家在枣林，路过石桥看到灯杆歪了', 'shiqiao'],
    ['俺闺女嫁到西台，俺在前营没人管，想办低保', 'qianying'],
    ['俺是马店三组的，今天走到高庙看见有人落水', 'gaomiao'],
    ['我住湖滨社区，上班在刘家集，那边加油站漏油', 'liujiaji'],
    ['我弟在魏集打工，家里是前张的，房子漏雨', 'qianzhang'],
    ['不是朱口，是堤口的变压器冒烟', 'dikou'],
    ['刚从高庙过来，到堤口看见堤裂缝了', 'dikou'],
    ['离石桥二里地，高庙村外的桥断了', 'gaomiao'],
    ["I'm from Zhukou, saw a live wire in Heping", 'heping'],
  ])('the one where it happened is meant: "%s"', (words, place) => {
    expect(read(words)).toBe(place);
  });

  it.each([
    ['从朱口到枣林的路上塌了个大坑', 'zaolin|zhukou'],
    ['石桥和高庙之间的电线掉了', 'gaomiao|shiqiao'],
    ['朱口去马店那条路灯都不亮', 'majiadian|zhukou'],
    ['南沟北沟都没水', 'beigou|nangou'],
    ['pothole between Zhukou and Heping', 'heping|zhukou'],
  ])('both are candidates where it lies between them: "%s"', (words, places) => {
    expect(read(words)).toBe(places);
  });

  it('the group of the other one is not taken', () => {
    expect(read('我是朱口3组的，在东孙村口看见井盖没了')).toBe('dongsun');
  });
});

describe('no village is read into', () => {
  it.each([
    '两点前营业厅没人',
    '村北沟里有死猪',
    '刘家集资盖房被骗了',
    '前后三里庄稼都旱了',
    '我们想和平解决这事',
    '邻居能不能和平相处',
    '他性格和平，从不打架',
    '新立的牌子倒了',
    '俺新立了户，咋办低保',
    '石桥塌了，快来人',
    '那座石桥不能走了',
    '高庙里有人烧香',
    '枣林里有个人上吊',
    '俺家枣林让人砍了',
    '沙窝子里陷了个孩子',
    '东台阶碎了绊人',
    '西台阶上有冰',
    '南沟里漂着个人',
    '双庙会那天能不能加班车',
    '三河水涨上来了',
    '三河湖边有人落水',
    '前张罗后张罗，没人理我',
    '他在门前张望半天，像小偷',
    '马家店铺门口下水道堵了',
    '李家桥头堡一样挡着路',
    '十五里铺那边',
    '最后张大夫说得摘',
    '房东孙姨不退押金',
  ])('words that only look like its name: "%s"', (words) => {
    expect(read(words)).toBe('');
  });

  it.each([
    '俺被狗咬了，村里没人管',
    '心里难受，想死',
    '他要杀我村里没人管',
    '郭家漏气了',
    '韩家娃掉河里了',
    '马家电线断了',
    '田家晚上老放音响',
    '曹家都没电',
    '徐家屋里着火了',
    '宋家房子要塌',
    '刘家几口人都中毒了',
    '吕家经常半夜吵',
    '侯家院子里冒烟',
    '住口！你们这些当官的',
    '戏台塌了一角',
    '离村子多远才行',
    'helping hands needed',
    'wo xinli bu shufu',
  ])('words that only sound like it: "%s"', (words) => {
    expect(read(words)).toBe('');
  });

  it.each(['王和平打人了，快来', '张新立欠我钱不还', '孙村长贪污', '老张村医不在', '东孙大爷摔了'])(
    'the name or the office of somebody: "%s"',
    (words) => {
      expect(read(words)).toBe('');
    },
  );

  it.each(['Mr Brookfield next door', 'a sofa, label says Brookfield & Sons', 'barn by an old ash grove'])(
    'English words: "%s"',
    (words) => {
      expect(read(words, 'elmford')).toBe('');
    },
  );

  it.each(['', '谢谢', '没有', '2', '👍', 'ok'])('words that name none: "%s"', (words) => {
    expect(readPlace(GAZETTEERS.sanhehu, words)).toEqual({ candidates: [], confidence: 0, evidence: [] });
  });
});

describe('a villager group', () => {
  it.each([
    '朱口第五小组',
    '朱口五队的渠堵了',
    '朱口5组',
    '朱口五生产队',
    '朱口5zu停电',
    '朱口5队',
    '朱口村，第5村民小组',
    '朱口村(五组)漏水',
    '朱口５组停電',
    'Zhukou g5 lamps all died',
    'Zhukou, five group, no light',
    'zhukou gp5 lamp',
    'Zhukou team 5',
    'fifth group, Zhukou: bins are full',
    '五组朱口村的变压器着火',
    'Zhukou 5, no water',
  ])('is read in "%s"', (words) => {
    expect(read(words)).toBe('zhukou/5');
  });

  it.each([
    ['我是三组的，家里停电', '/3'],
    ['5组停水了', '/5'],
    ['3组井盖没了', '/3'],
  ])('is read without a village: "%s"', (words, place) => {
    expect(read(words)).toBe(place);
  });

  it.each([
    ['朱口20组停电', 'zhukou'],
    ['朱口十二组', 'zhukou'],
    ['东孙村四组停电', 'dongsun'],
    ['Zhukou group 112', 'zhukou'],
  ])('is none that the village does not have: "%s"', (words, place) => {
    expect(read(words)).toBe(place);
  });

  it.each([
    '来了一队人在砸门',
    '买了三组家具，商家不退钱',
    '拍了两组照片发给你们了',
    '排队3个小时才办上',
    '测了3组数据都超标',
    '俺家暖气片一组不热',
    '消防三队来了没',
    '组织部在哪',
    'a group of 5 people on the roof',
  ])('is no set and no crowd: "%s"', (words) => {
    expect(read(words)).toBe('');
  });
});

describe('a grid', () => {
  it.each([
    ['52网格有户人家失火', '#52'],
    ['第52网格路灯坏了', '#52'],
    ['网格52井盖没了', '#52'],
    ['五十二网格的老人没人管', '#52'],
    ['grid 52 has no power', '#52'],
    ['朱口村52网格路灯坏了', 'zhukou#52'],
    ['我是52网格网格员，朱口村三组漏气', 'zhukou/3#52'],
  ])('is read by its number, and is no group: "%s"', (words, place) => {
    expect(read(words)).toBe(place);
  });

  it('is the second of its village where that is said', () => {
    expect(read('朱口村第二网格路灯坏了')).toBe('zhukou#52');
  });

  it('is none that the town does not have', () => {
    expect(read('118网格的人没来')).toBe('');
  });
});

describe('how sure a reading is', () => {
  const confidence = (words: string) => readPlace(GAZETTEERS.sanhehu, words).confidence;

  it('falls from the full name to a short one, to what sounds alike, to what is misspelt', () => {
    const falling = ['郭家楼村三组', '郭楼三组', '国家楼村三组', '郭花楼村三组'].map(confidence);
    expect(falling).toEqual(falling.toSorted((a, b) => b - a));
    expect(new Set(falling).size).toBe(4);
    expect(falling[0]).toBe(1);
  });

  it('is told with the words that decided it, as they were written', () => {
    expect(readPlace(GAZETTEERS.sanhehu, '喂，侯家園 ５組 漏氣').evidence).toEqual(['侯家園 ５組']);
    expect(readPlace(GAZETTEERS.sanhehu, '三组的，在朱口').evidence).toEqual(['朱口', '三组']);
  });
});

describe('an answer to "which village, which group?"', () => {
  const answer = (words: string, candidates?: readonly string[]) =>
    inShort(readPlaceAnswer(GAZETTEERS.sanhehu, words, candidates));

  it.each([
    ['2', '/2'],
    ['二组', '/2'],
    ['第3', '/3'],
    ['我们是5组的', '/5'],
    ['two', '/2'],
    ['郭楼三组', 'guojialou/3'],
    ['就是石桥吧', 'shiqiao'],
    ['石桥的，2组', 'shiqiao/2'],
    ['提口', 'dikou'],
    ['朱口3', 'zhukou/3'],
    ['不知道', ''],
    ['100', ''],
  ])('is read: "%s"', (words, place) => {
    expect(answer(words)).toBe(place);
  });

  const WANG = ['dawangzhuang', 'xiaowangzhuang'];
  const SUN = ['dongsun', 'xisun'];
  const ZHANG = ['qianzhang', 'houzhang'];
  it.each([
    ['2', WANG, 'xiaowangzhuang'],
    ['①', ZHANG, 'qianzhang'],
    ['第二个', WANG, 'xiaowangzhuang'],
    ['前面那个', WANG, 'dawangzhuang'],
    ['后面那个', WANG, 'xiaowangzhuang'],
    ['大的', WANG, 'dawangzhuang'],
    ['东边那个', SUN, 'dongsun'],
    ['the eastern one', SUN, 'dongsun'],
    ['the second one', ZHANG, 'houzhang'],
    ['小王', WANG, 'xiaowangzhuang'],
    ['后张三组', ZHANG, 'houzhang/3'],
    ['第一个，5组', WANG, 'dawangzhuang/5'],
    ['3组', ZHANG, '/3'],
    ['王庄', WANG, 'dawangzhuang|xiaowangzhuang'],
    ['都不是，是朱口的', SUN, 'zhukou'],
    ['都不是', ZHANG, ''],
    ['3', ZHANG, ''],
  ])('chooses among candidates: "%s" of %j', (words, candidates, place) => {
    expect(answer(words, candidates)).toBe(place);
  });
});

describe.each(['sanhehu', 'elmford'] as const)('every village of %s', (name) => {
  const gazetteer = GAZETTEERS[name];
  const { villages } = TOWNS[name];
  const ways = [...new Set([...gazetteer.byFirst.values()].flat())];
  const textOf = (way: Way) => way.characters.map(({ text }) => text).join('');
  const groupsOf = (village: string) => [...(gazetteer.villages.get(village)?.groups ?? [])];
  const places = (words: string) => {
    const { village, candidates, group } = readPlace(gazetteer, words);
    return { villages: village === undefined ? candidates : [village], group };
  };
  /** Another character that is read like one of the name's, but for its last. */
  const homophone = (base: string, at: number): string => {
    const [syllable = ''] = syllablesOf(base.charAt(at));
    const other =
      commonCharacters().find((one) => syllablesOf(one)[0] === syllable && one !== base.charAt(at)) ?? '';
    return base.slice(0, at) + other + base.slice(at + 1);
  };
  const TRADITIONAL = new Map(
    Array.from({ length: 0x9fff - 0x3400 }, (_, i) => String.fromCodePoint(0x3400 + i))
      .filter((one) => simplify(one) !== one)
      .toReversed()
      .map((one) => [simplify(one), one]),
  );
  const traditional = (text: string): string =>
    Array.from(text, (character) => TRADITIONAL.get(character) ?? character).join('');

  it('is read in each of the ways its name is written, with its group', () => {
    const wrong = ways.flatMap((way) =>
      way.villages.flatMap((village) =>
        groupsOf(village)
          .flatMap((group) => [`${textOf(way)}村${group}组`, `${textOf(way)}村第${group}小组路灯坏了`])
          .filter((words) => !places(words).villages.includes(village)),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('is read without 村 where its form says enough', () => {
    const wrong = ways
      .filter(({ bare }) => bare > 0)
      .flatMap((way) =>
        [`俺在${textOf(way)}，停电了`, `${textOf(way)}这边停电了`, `停电了 ${textOf(way)}`].map((words) => ({
          way,
          words,
        })),
      )
      .filter(({ way, words }) => way.villages.some((village) => !places(words).villages.includes(village)));
    expect(wrong.map(({ words }) => words)).toEqual([]);
  });

  it('is read when one character is another that sounds the same, in traditional characters and in pinyin', () => {
    const wrong = villages.flatMap(({ id }) => {
      const base = gazetteer.bases.get(id) ?? '';
      const pinyin = Array.from(base, (character) => syllablesOf(character)[0] ?? '').join('');
      const [group = 1] = groupsOf(id);
      return [
        ...Array.from(base, (_, at) => `${homophone(base, at)}村${group}组`),
        `${traditional(base)}村${group}組`,
        `${pinyin} cun ${group} zu`,
        `${pinyin.toUpperCase()}CUN ${group}ZU`,
      ].filter((words) => {
        const reading = places(words);
        return !reading.villages.includes(id) || reading.group !== group;
      });
    });
    expect(wrong).toEqual([]);
  });

  it('is read by its English name', () => {
    const wrong = villages.filter(
      ({ id, name }) => places(`No light in ${name.en}, please`).villages[0] !== id,
    );
    expect(wrong.map(({ name }) => name.en)).toEqual([]);
  });
});
